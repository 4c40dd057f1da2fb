import { CustomerBrowser, CustomersProvider, httpBackend } from '../../src/index';
import { ar } from '../../src/locales/ar';
import { en } from '../../src/locales/en';
import { hi } from '../../src/locales/hi';
import type { SessionUser } from './api';
import { navigate } from './router';
import { type Language, useWords } from './words';

const backend = httpBackend({ url: '/api/customers' });
const locales = { en, hi, ar };

interface AdminPageProps {
	user: SessionUser | null;
	language: Language;
	onSignIn: () => void;
	/** The server no longer knows the session. */
	onSessionLost: () => void;
}

/** All of the kit that a host needs: a provider, and the page. */
export function AdminPage({ user, language, onSignIn, onSessionLost }: AdminPageProps) {
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
		<CustomersProvider backend={backend} scope={user.id} locale={locales[language]} navigate={navigate} onUnauthenticated={onSessionLost}>
			<CustomerBrowser basePath="/admin/customers" />
		</CustomersProvider>
	);
}
