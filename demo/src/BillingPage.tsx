import { useEffect } from 'react';
import { CheckoutButton, CustomerBilling, EntitlementGate, useCustomer, useEnsureCustomer, useSubscriptions } from '../../src/index';
import { Icon } from './Icon';
import { useWords } from './useWords';

/** What whoever is signed in pays for: the same parts as on a customer's page, for `'me'`. */
export function BillingPage() {
	const words = useWords();
	return (
		<div className="page billing">
			<header className="head">
				<div>
					<h1>{words.plan}</h1>
					<p>{words.planText}</p>
				</div>
			</header>
			<OwnBilling />
		</div>
	);
}

function OwnBilling() {
	const words = useWords();
	const me = useCustomer('me');
	const { mutate, isError } = useEnsureCustomer();
	// What stands below is drawn once it is known how high they are.
	const { isLoading } = useSubscriptions('me');
	const missing = me.error?.code === 'not_found';
	useEffect(() => {
		if (missing) mutate();
	}, [missing, mutate]);
	if (isError) return <p role="alert">{words.failed}</p>;
	if (!me.data) return null;
	const locked = (
		<p className="note">
			<Icon name="lock" />
			<span>{words.reportsLocked}</span>
		</p>
	);
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
			{!isLoading && (
				<EntitlementGate customerId="me" featureId="reports" fallback={locked}>
					<section className="note open" aria-label={words.reports}>
						<Icon name="check" />
						<p>{words.reportsOpen}</p>
						<CheckoutButton customerId="me" lineItems={[{ variant_id: 'maker_yearly' }]} variant="secondary">
							{words.yearly}
						</CheckoutButton>
					</section>
				</EntitlementGate>
			)}
		</>
	);
}
