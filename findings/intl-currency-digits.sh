#!/usr/bin/env bash
# Prices come from billing SDKs in minor units, and pages show them with Intl. The digits that Intl resolves for a currency are not always
# those that ISO 4217 counts its minor unit in: `amount / 10 ** maximumFractionDigits` is off by a hundred for HUF, IDR, COP, PKR and eleven
# more, and by a thousand for IQD. Seen with Node's ICU against the ISO list of the package currency-codes; Chromium resolves the same.
# Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent currency-codes@2.2.0
cat > run.cjs <<'JS'
const { data } = require('currency-codes');
const money = data.filter(({ code }) => !code.startsWith('X'));
const digits = (currency) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
const differ = money.filter((one) => digits(one.code) !== one.digits);
console.log(`node ${process.version}, ICU ${process.versions.icu}, currency-codes 2.2.0`);
for (const { code, digits: iso } of differ) console.log(`${code}: ISO 4217 counts ${iso} digits, Intl resolves ${digits(code)}`);
const naive = (amount, currency) =>
	new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 10 ** digits(currency)).replace(/\s/g, ' ');
console.log(`1,990.00 forint are 199000 minor units, shown as ${naive(199000, 'HUF')}`);
const found = new Set(differ.map(({ code }) => code));
const expected = ['HUF', 'IDR', 'COP', 'PKR', 'IQD'];
if (!expected.every((code) => found.has(code)) || naive(199000, 'HUF') !== 'HUF 199,000') {
	console.error('This has changed.');
	process.exit(1);
}
JS
node run.cjs
