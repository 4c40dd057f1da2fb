import { locales } from '../locales';

/** What a language is called, in another one. */
export const languageName = (language: string, inLanguage: string) =>
	new Intl.DisplayNames(inLanguage, { type: 'language' }).of(locales[language]!.code)!;

/** Every language that is a door of the package, with some of its words. */
export function Languages() {
	return (
		<table data-rows="cards">
			<thead>
				<tr>
					<th scope="col">import</th>
					<th scope="col">language</th>
					<th scope="col">runs</th>
					<th scope="col">a sentence of it</th>
				</tr>
			</thead>
			<tbody>
				{Object.entries(locales).map(([name, { code, dir, errors }]) => (
					<tr key={name}>
						<td>
							<code>{`proyecta-customers/locales/${name}`}</code>
						</td>
						<td data-label="language">{[...new Set([languageName(name, 'en'), languageName(name, code)])].join(', ')}</td>
						<td data-label="runs">{dir === 'rtl' ? 'right to left' : 'left to right'}</td>
						<td data-label="a sentence of it">
							<bdi lang={code} dir={dir}>
								{errors.version_conflict}
							</bdi>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
