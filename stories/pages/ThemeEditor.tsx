import { type CSSProperties, useEffect, useState } from 'react';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import { isColour, isSchemed, type Scheme, schemes, type ThemeVariable, themeVariables } from './themeVariables';

const backend = memoryBackend({ customers: sampleCustomers(60) });
const href = () => '#theme';

type Values = Partial<Record<Scheme, string>>;

/** A table in a theme that is being made, and the CSS of it. */
export function ThemeEditor() {
	const [scheme, setScheme] = useScheme();
	const [changed, setChanged] = useState<Record<string, Values>>({});
	const theme = Object.fromEntries(
		variables.flatMap((each) => {
			const values = Object.entries(changed[each.name] ?? {}).filter(([, value]) => isUsable(each, value));
			return values.length ? [[each.name, written(each, Object.fromEntries(values))]] : [];
		}),
	);
	const lines = Object.entries(theme).map(([name, value]) => `  ${name}: ${value};\n`);
	const css = lines.length ? `:root {\n${lines.join('')}}` : '/* Nothing is changed yet. */';
	const change = ({ name }: ThemeVariable, values: Values) =>
		setChanged(({ [name]: former, ...others }) => {
			const all = Object.entries({ ...former, ...values }).filter(([, value]) => value !== undefined);
			return all.length ? { ...others, [name]: Object.fromEntries(all) } : others;
		});
	return (
		<div className="theme-editor">
			<div className="theme-editor-fields">
				{themeVariables.map(({ group, variables }, at) => (
					<details key={group} open={at === 0}>
						<summary>{group}</summary>
						{variables.map((each) => (
							<Variable key={each.name} variable={each} values={changed[each.name]} onChange={(values) => change(each, values)} />
						))}
					</details>
				))}
			</div>
			<div className="theme-editor-result">
				<fieldset className="theme-editor-scheme">
					<legend>The table in</legend>
					{schemes.map((each) => (
						<label key={each}>
							<input type="radio" name="theme-editor-scheme" checked={scheme === each} onChange={() => setScheme(each)} />
							{each}
						</label>
					))}
				</fieldset>
				<div data-theme={scheme} className="theme-editor-preview sb-unstyled">
					<div style={theme as CSSProperties}>
						<CustomersProvider backend={backend} scope="theme">
							<CustomerTable
								getCustomerHref={href}
								onCustomerClick={(_customer, event) => event.preventDefault()}
								onCreate={() => {}}
								pageSizes={[5]}
								initialState={{ limit: 5 }}
								tableId="theme"
							/>
						</CustomersProvider>
					</div>
				</div>
				<label className="theme-editor-css">
					CSS
					<textarea readOnly rows={Math.min(16, lines.length + 3)} value={css} onFocus={(event) => event.target.select()} />
				</label>
				<p>
					<button type="button" className="theme-editor-reset" disabled={Object.keys(changed).length === 0} onClick={() => setChanged({})}>
						Reset
					</button>
				</p>
			</div>
		</div>
	);
}

const variables = themeVariables.flatMap((group) => group.variables);

/** A value for both schemes, or one for each. */
function written(variable: ThemeVariable, values: Values): string {
	const { light, dark } = { ...variable, ...values };
	return light === dark || !isSchemed(variable) ? light : `var(--pc-light, ${light}) var(--pc-dark, ${dark})`;
}

/** Whether it can be a value of it: nothing is written of one that is being typed, or that would end the sheet. */
const isUsable = (variable: ThemeVariable, value: string) =>
	value.trim() !== '' && CSS.supports(isColour(variable) ? 'color' : '--any', value);

interface VariableProps {
	variable: ThemeVariable;
	values: Values | undefined;
	onChange: (values: Values) => void;
}

function Variable({ variable, values, onChange }: VariableProps) {
	const { name, about } = variable;
	const of = (scheme: Scheme) => ({
		value: values?.[scheme] ?? variable[scheme],
		isInvalid: values?.[scheme] !== undefined && !isUsable(variable, values[scheme]),
		onChange: (value: string) => onChange({ [scheme]: value === variable[scheme] ? undefined : value }),
	});
	return (
		<fieldset className="theme-editor-field">
			<legend>
				<code>{name}</code>
				<span>{about}</span>
			</legend>
			{isSchemed(variable) ? (
				schemes.map((scheme) => <Value key={scheme} scheme={scheme} name={name} {...of(scheme)} />)
			) : (
				<Value name={name} {...of('light')} />
			)}
		</fieldset>
	);
}

interface ValueProps {
	name: string;
	scheme?: Scheme;
	value: string;
	isInvalid: boolean;
	onChange: (value: string) => void;
}

function Value({ name, scheme, value, isInvalid, onChange }: ValueProps) {
	const called = scheme ? `${name} in ${scheme}` : name;
	const isHex = /^#[\da-f]{6}$/i.test(value);
	return (
		<div className="theme-editor-value">
			{scheme && <span aria-hidden="true">{scheme}</span>}
			<input aria-label={called} aria-invalid={isInvalid} value={value} onChange={({ target }) => onChange(target.value)} />
			{scheme && (
				<input
					type="color"
					aria-label={`Colour of ${called}`}
					disabled={!isHex}
					value={isHex ? value : '#000000'}
					onChange={({ target }) => onChange(target.value)}
				/>
			)}
		</div>
	);
}

/** The theme of this page, as the toolbar says, until another is chosen here. */
function useScheme() {
	const [scheme, setScheme] = useState<Scheme>('light');
	useEffect(() => {
		const root = document.documentElement;
		const read = () => setScheme(root.dataset.theme === 'dark' ? 'dark' : 'light');
		read();
		const observer = new MutationObserver(read);
		observer.observe(root, { attributeFilter: ['data-theme'] });
		return () => observer.disconnect();
	}, []);
	return [scheme, setScheme] as const;
}
