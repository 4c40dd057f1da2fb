import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { widestLine } from '../../generate/narrowCode.mjs';
import { shownStories, storiesIn } from '../../generate/storyCode.mjs';
import { typecheck } from '../docs/typecheck';

const files = readdirSync('stories').filter((file) => file.endsWith('.stories.tsx'));
const stories = files.flatMap((file) => storiesIn(`stories/${file}`).map((story) => ({ file, ...story })));
const codeOf = (file: string, name: string) => stories.find((story) => story.file === `${file}.stories.tsx` && story.name === name)?.code;

describe('the code that Storybook shows of a story', () => {
	it('is known of every story, or given as parameters.docs.source.code', () => {
		expect(stories.length).toBeGreaterThan(300);
		expect(stories.flatMap(({ file, name, trouble }) => (trouble === null ? [] : `${file} ${name}: ${trouble}`))).toEqual([]);
	});

	it('can be pasted into a host, where it compiles', async () => {
		const pasted = stories.map(({ file, name, code }) => ({ name: `${file.replace('.stories.tsx', '')}.${name}.tsx`, text: code ?? '' }));
		expect(
			pasted.filter(({ text }) => /storybook|vitest|\bfn\(|from '\./.test(text.replaceAll('scope="story"', ''))).map(({ name }) => name),
		).toEqual([]);
		expect(await typecheck('stories', pasted)).toBe('');
	});

	it('is a whole example: imports, a backend, the provider and the props as they are written', () => {
		expect(codeOf('CustomerTable', 'OwnColumns')).toBe(ownColumns);
	});

	it('has what a backend sells as a host would write it, and none of what tests make of it', () => {
		const sold = [codeOf('BillingPortalButton', 'Ready'), codeOf('CheckoutButton', 'Ready'), codeOf('CustomerBrowser', 'RoomForTheHost')];
		expect(sold.filter((code) => !code || /interface|withFaults|failing|open=/.test(code))).toEqual([]);
	});

	it('has what goes wrong with a backend that sells in one line beside it', () => {
		const code = codeOf('SubscriptionList', 'Failed');
		expect(code).toMatch(/const backend = withFaults\(memoryBackend\(shop\), \(\{ method \}\) =>/);
		expect(code).not.toMatch(/^function |^interface /m);
	});

	it('has nothing that watches a store, but where the site hides what only tests a behaviour', () => {
		const watched = stories.filter(({ code }) => /^interface |\bcounts\b/m.test(code ?? ''));
		expect([...new Set(watched.map(({ title }) => title))].sort()).toEqual([
			'CustomerForm/Leaving unsaved',
			'CustomerForm/One effect an intent',
			'CustomerForm/Session',
			'CustomerForm/Trouble',
		]);
		const faulty = codeOf('UndoNotice', 'RefusedAlone');
		expect(faulty).toMatch(/withFaults\(\s*memoryBackend\(\{ customers: \[asha\], latencyMs: 50 \}\)/);
	});

	it('has a prop that a story passes on where the story sets it', () => {
		expect(codeOf('UndoNotice', 'Offered')).toMatch(/<CustomerBrowser basePath="\/customers" +undoDuration=\{600_000\} \/>/);
		expect(codeOf('UndoNotice', 'TooLate')).toMatch(/<CustomerBrowser basePath="\/customers" +\/>/);
	});

	it('is read without scrolling to the side: only a text that cannot be broken is wider', () => {
		const shown = shownStories();
		expect(shown).toHaveLength(stories.length);
		const wide = shown.flatMap(({ code }) => code!.split('\n').filter((line) => line.length > widestLine));
		expect(wide.filter((line) => !/^\s*(\w+: )?'[^']*',?$/.test(line))).toEqual([]);
	});

	it('has the language and the theme that a story is about, and what a story leaves to its helpers', () => {
		expect(codeOf('CustomerTable', 'Hindi')).toContain('scope="acme" locale={hi}>');
		expect(codeOf('CustomerTable', 'Dark')).toContain('<div data-theme="dark">');
		expect(codeOf('AddressFields', 'India')).toContain('value={{ country }}');
		expect(codeOf('AddressFields', 'India')).toContain("const country: string = 'IN';");
	});
});

const ownColumns = `import { type Customer, CustomersProvider, CustomerTable } from 'proyecta-customers';
import { memoryBackend } from 'proyecta-customers/backends/memory';
import { sampleCustomers } from 'proyecta-customers/testing';
import 'proyecta-customers/styles.css';

const backend = memoryBackend({ customers: sampleCustomers(240) });

export function Example() {
  return (
    <CustomersProvider backend={backend} scope="acme">
      <CustomerTable
        getCustomerHref={(customer: Customer) => \`/admin/customers/\${customer.id}\`}
        onCustomerClick={(_customer, event) => event.preventDefault()}
        onCreate={() => {}}
        columns={[
          'name',
          'email',
          {
            id: 'plan',
            header: 'Plan',
            width: '120px',
            cell: (customer) => (customer.email && customer.email.length % 2 ? 'Pro' : 'Starter'),
          },
          'country',
        ]}
      />
    </CustomersProvider>
  );
}
`;
