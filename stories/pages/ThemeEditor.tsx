import { type CSSProperties, useEffect, useState } from 'react';
import { memoryBackend } from '../../src/backends/memory';
import { CustomersProvider, CustomerTable } from '../../src/index';
import { sampleCustomers } from '../../src/testing';
import { themeVariables } from './themeVariables';

const backend = memoryBackend({ customers: sampleCustomers(60) });
const href = () => '#theme';

/** A table in a theme that is being made, and the CSS of it. */
export function ThemeEditor() {
	const scheme = useScheme();
	const [changed, setChanged] = useState<Record<string, string>>({});
	const names = Object.keys(changed);
	const css = names.length
		? `:root {\n${names.map((name) => `  ${name}: ${changed[name]};`).join('\n')}\n}`
		: '/* Nothing is changed yet. */';
	const change = (name: string, value: string | null) =>
		setChanged(({ [name]: _former, ...others }) => (value === null ? others : { ...others, [name]: value }));
	return (
		<div className="theme-editor">
			<div className="theme-editor-fields">
				{themeVariables.map(({ group, variables }, at) => (
					<details key={group} open={at === 0}>
						<summary>{group}</summary>
						{variables.map(({ name, light, dark, about }) => (
							<Field
								key={name}
								name={name}
								about={about}
								standard={scheme === 'dark' ? dark : light}
								value={changed[name]}
								onChange={(value) => change(name, value)}
							/>
						))}
					</details>
				))}
			</div>
			<div className="theme-editor-result">
				<div data-theme={scheme} className="theme-editor-preview sb-unstyled">
					<div style={changed as CSSProperties}>
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
					<textarea readOnly rows={Math.min(16, names.length + 3)} value={css} onFocus={(event) => event.target.select()} />
				</label>
				<p>
					<button type="button" className="theme-editor-reset" disabled={!names.length} onClick={() => setChanged({})}>
						Reset
					</button>
				</p>
			</div>
		</div>
	);
}

interface FieldProps {
	name: string;
	about: string;
	standard: string;
	value: string | undefined;
	onChange: (value: string | null) => void;
}

function Field({ name, about, standard, value, onChange }: FieldProps) {
	const shown = value ?? standard;
	return (
		<div className="theme-editor-field">
			<label>
				<code>{name}</code>
				<span>{about}</span>
				<input value={shown} onChange={({ target }) => onChange(target.value === standard ? null : target.value)} />
			</label>
			{/^#[\da-f]{6}$/i.test(shown) && (
				<input type="color" aria-label={`Colour of ${name}`} value={shown} onChange={({ target }) => onChange(target.value)} />
			)}
		</div>
	);
}

/** The theme of this page, as the toolbar says. */
function useScheme(): 'light' | 'dark' {
	const [scheme, setScheme] = useState<'light' | 'dark'>('light');
	useEffect(() => {
		const root = document.documentElement;
		const read = () => setScheme(root.dataset.theme === 'dark' ? 'dark' : 'light');
		read();
		const observer = new MutationObserver(read);
		observer.observe(root, { attributeFilter: ['data-theme'] });
		return () => observer.disconnect();
	}, []);
	return scheme;
}
