import { aroundHand, handListKey } from '../hand/aroundHand';
import { AllCustomers, PagedCustomers } from '../hand/HandPages';
import '../hand/hand.css';
import { startBench } from '../startBench';
import { PlainForm } from './PlainForm';
import { PlainTable } from './PlainTable';

startBench({
	around: aroundHand,
	pages: (selectable) => <PagedCustomers Table={PlainTable} selectable={selectable} />,
	list: () => <AllCustomers Table={PlainTable} />,
	form: () => <PlainForm />,
	listKey: handListKey,
});
