import { useState } from 'react';
import type { CustomerErrorCode } from '../../src/index';
import { locales } from '../locales';
import { languageName } from './Languages';

/** What people read of each error, in a language to choose. */
export function Sentences() {
	const [language, setLanguage] = useState('hi');
	const locale = locales[language]!;
	return (
		<>
			<p>
				<label>
					Language{' '}
					<select className="site-select" value={language} onChange={(event) => setLanguage(event.target.value)}>
						{Object.keys(locales).map((each) => (
							<option key={each} value={each}>
								{languageName(each, 'en')}
							</option>
						))}
					</select>
				</label>
			</p>
			<div className="site-scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">code</th>
							<th scope="col">what people read</th>
						</tr>
					</thead>
					<tbody lang={locale.code} dir={locale.dir}>
						{(Object.keys(locale.errors) as CustomerErrorCode[]).map((code) => (
							<tr key={code}>
								<td dir="ltr">
									<code>{code}</code>
								</td>
								<td>{locale.errors[code]}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}
