import { CustomerBrowser, CustomersProvider, httpBackend, type Locale } from '../../src/index';
import type { SessionUser } from './api';
import { navigate } from './router';
import { useWords } from './words';

const backend = httpBackend({ url: '/api/customers' });

interface AdminPageProps {
	user: SessionUser | null;
	locale: Locale;
	onSignIn: () => void;
	/** The server no longer knows the session. */
	onSessionLost: () => void;
}

/** All of the kit that a host needs: a provider, and the page. */
export function AdminPage({ user, locale, onSignIn, onSessionLost }: AdminPageProps) {
	const words = useWords();
	if (!user) {
		return (
			<div className="middle">
				<div className="panel">
					<h1>{words.signedOutTitle}</h1>
					<p>{words.signedOutText}</p>
					<button type="button" className="primary" onClick={onSignIn}>
						{words.signIn}
					</button>
				</div>
			</div>
		);
	}
	return (
		<CustomersProvider backend={backend} scope={user.id} locale={locale} navigate={navigate} onUnauthenticated={onSessionLost}>
			<CustomerBrowser
				basePath="/admin/customers"
				billing={{ featureIds: ['reports', 'exports'], featureNames: { reports: words.reports, exports: words.exports } }}
				import
			/>
		</CustomersProvider>
	);
}
