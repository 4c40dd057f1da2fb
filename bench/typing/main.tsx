import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { memoryBackend } from '../../src/backends/memory';
import { CustomerForm, CustomersProvider } from '../../src/index';
import '../../src/styles.css';
import { slot } from '../../src/components/ui/slot';

/** What React itself takes for an input that keeps its text in a state. */
function Controlled() {
	const [text, setText] = useState('');
	return (
		<input name="controlled" aria-label="Controlled" {...slot('pc-input')} value={text} onChange={(event) => setText(event.target.value)} />
	);
}

const pages = {
	/** The whole form of a new customer. */
	'?form': (
		<CustomersProvider backend={memoryBackend()}>
			<CustomerForm defaultCountry="IN" openAddress />
		</CustomersProvider>
	),
	'?controlled': <Controlled />,
	/** Nothing listens to it: the browser alone. */
	'': <input name="bare" aria-label="Bare" {...slot('pc-input')} />,
};

createRoot(document.getElementById('root')!).render(<div data-pc-root="">{pages[location.search as keyof typeof pages]}</div>);
