import { useEffect } from 'react';
import {
	CheckoutButton,
	CustomerBilling,
	CustomersProvider,
	EntitlementGate,
	httpBackend,
	type Locale,
	useCustomer,
	useEnsureCustomer,
} from '../../src/index';
import type { SessionUser } from './api';
import { navigate } from './router';
import { useWords } from './words';

const backend = httpBackend({ url: '/api/customers' });

interface BillingPageProps {
	user: SessionUser;
	locale: Locale;
	onSessionLost: () => void;
}

/** What whoever is signed in pays for: the same parts as on a customer's page, for `'me'`. */
export function BillingPage({ user, locale, onSessionLost }: BillingPageProps) {
	const words = useWords();
	return (
		<CustomersProvider backend={backend} scope={user.id} locale={locale} navigate={navigate} onUnauthenticated={onSessionLost}>
			<div className="billing">
				<h1>{words.billing}</h1>
				<OwnBilling />
			</div>
		</CustomersProvider>
	);
}

function OwnBilling() {
	const words = useWords();
	const me = useCustomer('me');
	const { mutate, isError } = useEnsureCustomer();
	const missing = me.error?.code === 'not_found';
	useEffect(() => {
		if (missing) mutate();
	}, [missing, mutate]);
	if (isError) return <p role="alert">{words.failed}</p>;
	if (!me.data) return null;
	return (
		<>
			<CustomerBilling
				customerId="me"
				featureIds={['reports', 'exports']}
				featureNames={{ reports: words.reports, exports: words.exports }}
				lineItems={[{ variant_id: 'maker_monthly' }]}
				checkoutLabel={words.buy}
				headingLevel={2}
			/>
			<EntitlementGate customerId="me" featureId="reports" fallback={<p className="locked">{words.reportsLocked}</p>}>
				<section className="unlocked" aria-label={words.reports}>
					<p>{words.reportsOpen}</p>
					<CheckoutButton customerId="me" lineItems={[{ variant_id: 'maker_yearly' }]} variant="secondary">
						{words.yearly}
					</CheckoutButton>
				</section>
			</EntitlementGate>
		</>
	);
}
