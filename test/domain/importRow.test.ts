import { beforeAll, describe, expect, it } from 'vitest';
import { csvColumns, csvHeader, csvRows } from '../../src/domain/csv';
import { guessByValues, guessImportFields } from '../../src/domain/importColumns';
import { parseCsv } from '../../src/domain/parseCsv';
import { readImportRow } from '../../src/domain/readImportRow';
import { findHeader } from '../../src/domain/sniffCsv';
import type { Phones } from '../../src/index';
import { loadPhones } from '../../src/index';
import { sampleCustomers } from '../../src/testing';

describe('the columns of a file', () => {
	const guess = (header: string) => guessImportFields(header.split(','));

	it('are known in our own export', () => {
		expect(guessImportFields(csvColumns)).toEqual([
			null,
			'email',
			'name',
			'phone',
			null,
			'address.line1',
			'address.line2',
			'address.city',
			'address.state',
			'address.postal_code',
			'address.country',
			null,
		]);
	});

	it('are known in Stripe’s customer export', () => {
		const header =
			'id,Description,Email,Name,Phone,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Card Name,Card Address Line1,' +
			'Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Currency';
		const found = Object.fromEntries(guess(header).flatMap((field, at) => (field ? [[field, header.split(',')[at]]] : [])));
		expect(found).toEqual({
			email: 'Email',
			name: 'Name',
			phone: 'Phone',
			'address.line1': 'Card Address Line1',
			'address.line2': 'Card Address Line2',
			'address.city': 'Card Address City',
			'address.state': 'Card Address State',
			'address.country': 'Card Address Country',
			'address.postal_code': 'Card Address Zip',
		});
	});

	it('are one address, never a mixture of two', () => {
		const header =
			'Customer Email,Customer Name,Card Address Zip,Card Address Country,Shipping Address Line1,Shipping Address City,Shipping Address Country';
		expect(guess(header)).toEqual(['email', 'name', null, null, 'address.line1', 'address.city', 'address.country']);
	});

	it('are the customer’s own before those of a card, and each field once', () => {
		expect(guess('Customer Email,Email,Address Line1,Address City,Card Address Line1,Card Address City,email')).toEqual([
			null,
			'email',
			'address.line1',
			'address.city',
			null,
			null,
			null,
		]);
	});

	it.each([
		[
			'Shopify',
			'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
			{
				email: 'Email',
				'name.first': 'First Name',
				'name.last': 'Last Name',
				phone: 'Phone',
				'address.line1': 'Default Address Address1',
				'address.line2': 'Default Address Address2',
				'address.city': 'Default Address City',
				'address.state': 'Default Address Province Code',
				'address.country': 'Default Address Country Code',
				'address.postal_code': 'Default Address Zip',
			},
		],
		[
			'HubSpot',
			'Record ID,First Name,Last Name,Email,Phone Number,Street Address,City,State/Region,Postal Code,Country/Region,Lead Status',
			{
				email: 'Email',
				'name.first': 'First Name',
				'name.last': 'Last Name',
				phone: 'Phone Number',
				'address.line1': 'Street Address',
				'address.city': 'City',
				'address.state': 'State/Region',
				'address.postal_code': 'Postal Code',
				'address.country': 'Country/Region',
			},
		],
		[
			'WooCommerce',
			'Name,Username,Last active,Date registered,Email,Orders,Total spend,AOV,Country / Region,City,Region,Postal code',
			{
				email: 'Email',
				name: 'Name',
				'address.city': 'City',
				'address.state': 'Region',
				'address.postal_code': 'Postal code',
				'address.country': 'Country / Region',
			},
		],
		[
			'Magento',
			'email,_website,firstname,lastname,_address_city,_address_company,_address_country_id,_address_postcode,_address_region,_address_street,_address_telephone',
			{
				email: 'email',
				'name.first': 'firstname',
				'name.last': 'lastname',
				phone: '_address_telephone',
				'address.line1': '_address_street',
				'address.city': '_address_city',
				'address.state': '_address_region',
				'address.postal_code': '_address_postcode',
				'address.country': '_address_country_id',
			},
		],
		[
			'Google Contacts',
			'First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address',
			{
				email: 'E-mail 1 - Value',
				'name.first': 'First Name',
				'name.middle': 'Middle Name',
				'name.last': 'Last Name',
				phone: 'Phone 1 - Value',
				'address.line1': 'Address 1 - Street',
				'address.line2': 'Address 1 - Extended Address',
				'address.city': 'Address 1 - City',
				'address.state': 'Address 1 - Region',
				'address.postal_code': 'Address 1 - Postal Code',
				'address.country': 'Address 1 - Country',
			},
		],
		[
			'Outlook',
			'Title,First Name,Middle Name,Last Name,Company,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Mobile Phone,E-mail Address,E-mail Type',
			{
				email: 'E-mail Address',
				'name.first': 'First Name',
				'name.middle': 'Middle Name',
				'name.last': 'Last Name',
				phone: 'Mobile Phone',
				'address.line1': 'Business Street',
				'address.city': 'Business City',
				'address.state': 'Business State',
				'address.postal_code': 'Business Postal Code',
				'address.country': 'Business Country/Region',
			},
		],
		[
			'Xero',
			'*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POAddressLine2,POCity,PORegion,POPostalCode,POCountry,SAAddressLine1,SACity,PhoneNumber,FaxNumber,MobileNumber',
			{
				email: 'EmailAddress',
				name: '*ContactName',
				phone: 'PhoneNumber',
				'address.line1': 'POAddressLine1',
				'address.line2': 'POAddressLine2',
				'address.city': 'POCity',
				'address.state': 'PORegion',
				'address.postal_code': 'POPostalCode',
				'address.country': 'POCountry',
			},
		],
		[
			'Mailchimp',
			'Email Address,First Name,Last Name,Address,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED',
			{ email: 'Email Address', 'name.first': 'First Name', 'name.last': 'Last Name', phone: 'Phone Number', 'address.line1': 'Address' },
		],
		[
			'Salesforce',
			'Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Fax,Mobile,Email,Contact Owner',
			{
				email: 'Email',
				'name.first': 'First Name',
				'name.last': 'Last Name',
				phone: 'Phone',
				'address.line1': 'Mailing Street',
				'address.city': 'Mailing City',
				'address.state': 'Mailing State/Province',
				'address.postal_code': 'Mailing Zip/Postal Code',
				'address.country': 'Mailing Country',
			},
		],
		[
			'Square',
			'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo',
			{
				email: 'Email Address',
				'name.first': 'First Name',
				'name.last': 'Last Name',
				phone: 'Phone Number',
				'address.line1': 'Street Address 1',
				'address.line2': 'Street Address 2',
				'address.city': 'City',
				'address.state': 'State',
				'address.postal_code': 'Postal Code',
			},
		],
		[
			'Chargebee',
			'customer[id],customer[first_name],customer[last_name],customer[email],customer[phone],billing_address[line1],billing_address[line2],billing_address[city],billing_address[state_code],billing_address[zip],billing_address[country]',
			{
				email: 'customer[email]',
				'name.first': 'customer[first_name]',
				'name.last': 'customer[last_name]',
				phone: 'customer[phone]',
				'address.line1': 'billing_address[line1]',
				'address.line2': 'billing_address[line2]',
				'address.city': 'billing_address[city]',
				'address.state': 'billing_address[state_code]',
				'address.postal_code': 'billing_address[zip]',
				'address.country': 'billing_address[country]',
			},
		],
	])('are known in an export of %s', (_, header, fields) => {
		const names = header.split(',');
		const found = Object.fromEntries(guess(header).flatMap((field, at) => (field ? [[field, names[at]]] : [])));
		expect(found).toEqual(fields);
	});

	it.each([
		['hi', 'पूरा नाम,ईमेल,मोबाइल नंबर,पता,शहर,राज्य,पिन कोड,देश'],
		['ar', 'الاسم الكامل,البريد الإلكتروني,رقم الهاتف,العنوان,المدينة,المحافظة,الرمز البريدي,الدولة'],
		['es', 'Nombre completo,Correo electrónico,Teléfono,Dirección,Ciudad,Provincia,Código postal,País'],
		['de', 'Name,E-Mail-Adresse,Telefonnummer,Straße,Ort,Bundesland,PLZ,Land'],
		['fr', 'Nom complet,Adresse e-mail,Téléphone,Adresse,Ville,Région,Code postal,Pays'],
		['pt', 'Nome completo,E-mail,Celular,Endereço,Cidade,Estado,CEP,País'],
		['ja', '氏名,メールアドレス,電話番号,住所,市区町村,都道府県,郵便番号,国'],
		['ko', '이름,이메일,전화번호,주소,도시,시/도,우편번호,국가'],
		['zh', '姓名,电子邮箱,手机号码,地址,城市,省份,邮政编码,国家'],
		['en', 'Full name,Email address,Phone number,Address,City,State,Zip code,Country'],
	])('are known in the words of a language: %s', (_, header) => {
		expect([...guess(header)].sort()).toEqual(
			['name', 'email', 'phone', 'address.line1', 'address.city', 'address.state', 'address.postal_code', 'address.country'].sort(),
		);
	});

	it.each([
		['Name,Vorname,E-Mail', ['name.last', 'name.first', 'email']],
		['Nom,Prénom,Courriel', ['name.last', 'name.first', 'email']],
		['Nombre,Apellidos,Correo', ['name.first', 'name.last', 'email']],
		['Nome,Sobrenome,Email', ['name.first', 'name.last', 'email']],
		['Name,Surname,Email', ['name.first', 'name.last', 'email']],
		['姓,名,メール', ['name.last', 'name.first', 'email']],
		['Full name,First name,Last name,Email', ['name', null, null, 'email']],
	])('tell a whole name from a part of one: %s', (header, fields) => expect(guess(header)).toEqual(fields));

	it('are known by their values where nothing names them', () => {
		expect(
			guessByValues([
				['asha@example.com', 'Asha Rao', '+91 98765 43210', 'India', '17'],
				['mei@example.com', 'Mei Tan', "'+65 8123 4567", 'SG', '3'],
			]),
		).toEqual(['email', 'name', 'phone', 'address.country', null]);
	});

	it('are named by the row that says email, or stands right above the first one', () => {
		const banner = [['Customers of the shop', '', ''], [''], ['Name', 'Email', 'City'], ['Asha', 'a@example.com', 'Pune']];
		expect(findHeader(banner)).toBe(2);
		expect(findHeader(banner.slice(3))).toBe(-1);
		expect(
			findHeader([
				['Wer', 'Wohin'],
				['Asha', 'a@example.com'],
			]),
		).toBe(0);
		expect(findHeader([['Our customers, all of them'], ['Asha', 'a@example.com', '1', '2', '3']])).toBe(-1);
		expect(
			findHeader([
				['Contact', 'owner@example.com'],
				['Name', 'Email'],
				['Asha', 'a@example.com'],
			]),
		).toBe(1);
		expect(
			findHeader([
				['Name', 'City'],
				['Asha', 'Pune'],
			]),
		).toBe(0);
	});

	it('are known by the words people use', () => {
		expect(guess('E-Mail,Full name,Mobile,Street,City,PIN code,Country,Notes')).toEqual([
			'email',
			'name',
			'phone',
			'address.line1',
			'address.city',
			'address.postal_code',
			'address.country',
			null,
		]);
		expect(guess('card.address_line1,card.address_zip,EMAIL')).toEqual(['address.line1', 'address.postal_code', 'email']);
	});
});

describe('a row of a file', () => {
	let phones: Phones;
	beforeAll(async () => {
		phones = await loadPhones();
	});
	const fields = guessImportFields(['email', 'name', 'phone', 'line1', 'city', 'state', 'zip', 'country']);
	const read = (row: string, options: { defaultCountry?: string; locale?: string } = {}) =>
		readImportRow(row.split('|'), fields, { phones, ...options });

	it('becomes a customer in canonical form', async () => {
		expect(await read('asha@example.com|Asha|098765 43210|221 MG Road|Pune|Maharashtra|411 005|India')).toEqual({
			ok: true,
			value: {
				email: 'asha@example.com',
				name: 'Asha',
				phone: '+919876543210',
				address: { line1: '221 MG Road', city: 'Pune', state: 'MH', postal_code: '411005', country: 'IN' },
			},
		});
	});

	it('undoes what spreadsheets need', async () => {
		expect(await read("a@example.com|'=1+1|'+919876543210")).toEqual({
			ok: true,
			value: { email: 'a@example.com', name: '=1+1', phone: '+919876543210' },
		});
	});

	it('reads national phones and addresses by the country chosen for rows that name none', async () => {
		expect(await read('a@example.com||98765 43210', { defaultCountry: 'IN' })).toMatchObject({ value: { phone: '+919876543210' } });
		expect(await read('a@example.com||020 7946 0018|1 High St|London||SW1A 1AA', { defaultCountry: 'GB' })).toMatchObject({
			value: { address: { country: 'GB', postal_code: 'SW1A 1AA' } },
		});
		expect(await read('a@example.com|Nobody', { defaultCountry: 'IN' })).toEqual({
			ok: true,
			value: { email: 'a@example.com', name: 'Nobody' },
		});
	});

	it('is rid of what other programs keep spreadsheets off with, and of nothing that belongs to a name or a place', async () => {
		expect(await read('="a@example.com"|="Asha"|="+919876543210"|="12"|Pune|MH|\'411005|India')).toMatchObject({
			value: { email: 'a@example.com', name: 'Asha', phone: '+919876543210', address: { line1: '12', postal_code: '411005' } },
		});
		expect(await read("a@example.com|'t Hooft|'+31201234567|'s-Gravenweg 1|'s-Gravenhage||'2511 AA|NL")).toMatchObject({
			value: {
				name: "'t Hooft",
				phone: '+31201234567',
				address: { line1: "'s-Gravenweg 1", city: "'s-Gravenhage", postal_code: '2511 AA' },
			},
		});
	});

	it.each([
		[['Asha', '', 'Rao'], 'Asha Rao'],
		[['Asha', 'K.', 'Rao'], 'Asha K. Rao'],
		[['', '', 'Rao'], 'Rao'],
		[['伟', '', '王'], '王伟'],
		[['太郎', '', '田中'], '田中太郎'],
		[['민준', '', '김'], '김민준'],
		[['Anna', '', '王'], 'Anna 王'],
		[['伟', '', 'Smith'], '伟 Smith'],
	])('has its name put together: %j', async (parts, name) => {
		const cells = ['a@example.com', ...parts];
		expect(await readImportRow(cells, ['email', 'name.first', 'name.middle', 'name.last'], { phones })).toEqual({
			ok: true,
			value: { email: 'a@example.com', name },
		});
	});

	it('tells every problem at once', async () => {
		expect(await read('no email||98765 43210|221 MG Road|Pune|MH|1|India and more')).toEqual({
			ok: false,
			issues: [
				{ path: 'phone', code: 'phone_not_international' },
				{ path: 'email', code: 'invalid_email' },
				{ path: 'address.country', code: 'invalid_country' },
			],
		});
		expect(await read('|Asha')).toEqual({ ok: false, issues: [{ path: 'email', code: 'required' }] });
		expect(await read('a@example.com|Asha|12')).toEqual({ ok: false, issues: [{ path: 'phone', code: 'phone_not_international' }] });
	});

	it('takes part of an address, as cards have it, where the rules say so', async () => {
		const cells = ['a@example.com', '20500', 'USA'];
		const card = guessImportFields(['Email', 'Card Address Zip', 'Card Address Country']);
		expect((await readImportRow(cells, card, { phones })).ok).toBe(false);
		expect(await readImportRow(cells, card, { phones, addressValidation: 'partial' })).toEqual({
			ok: true,
			value: { email: 'a@example.com', address: { postal_code: '20500', country: 'US' } },
		});
	});

	it('whose address alone has problems has a customer without it to offer', async () => {
		const full = guessImportFields(['Email', 'Phone', 'Zip', 'Country']);
		const offer = async (...cells: string[]) => readImportRow(cells, full, { phones });
		expect(await offer('a@example.com', '(202) 555-0142', '20500', 'USA')).toEqual({
			ok: false,
			issues: [
				{ path: 'address.line1', code: 'required' },
				{ path: 'address.city', code: 'required' },
				{ path: 'address.state', code: 'required' },
			],
			withoutAddress: { email: 'a@example.com', phone: '+12025550142' },
		});
		expect(await offer('a@example.com', '', 'none', 'Atlantis')).toMatchObject({ withoutAddress: { email: 'a@example.com' } });
		expect(await offer('a@example.com', '12', '20500', 'USA')).not.toHaveProperty('withoutAddress');
		expect(await offer('', '', '20500', 'USA')).not.toHaveProperty('withoutAddress');
	});

	it('brings every customer of an export back, in both modes', async () => {
		const customers = sampleCustomers(60);
		for (const mode of ['spreadsheet', 'data'] as const) {
			const csv = csvHeader(csvColumns, mode) + csvRows(customers, csvColumns, mode);
			const [header = [], ...rows] = parseCsv(csv.replace(/^\ufeff/, ''), ',').records;
			for (const [at, cells] of rows.entries()) {
				const { email, name, phone, address } = customers[at]!;
				const result = await readImportRow(cells, guessImportFields(header), { phones });
				const given = (value: object) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
				expect(result).toEqual({ ok: true, value: given({ email, name, phone, address: address && given(address) }) });
			}
		}
	});
});
