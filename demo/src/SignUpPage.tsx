import { type FormEvent, useRef, useState } from 'react';
import { type SignUpFailure, signUp, type User } from './api';
import { Icon } from './Icon';
import { Link } from './router';
import { useWords } from './useWords';
import type { Words } from './words/en';

/** Where a visitor becomes a user, and by that a customer. */
export function SignUpPage() {
	const [user, setUser] = useState<User | null>(null);
	return <div className="middle">{user ? <Welcome user={user} onAgain={() => setUser(null)} /> : <SignUpForm onDone={setUser} />}</div>;
}

function SignUpForm({ onDone }: { onDone: (user: User) => void }) {
	const words = useWords();
	const [failure, setFailure] = useState<SignUpFailure | null>(null);
	const [sending, setSending] = useState(false);
	const busy = useRef(false);
	const emailField = useRef<HTMLInputElement>(null);

	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (busy.current) return;
		const data = new FormData(event.currentTarget);
		const email = String(data.get('email')).trim();
		const name = String(data.get('name')).trim();
		busy.current = true;
		setSending(true);
		const required: SignUpFailure = { code: 'validation_failed', issues: [{ path: 'email', code: 'required' }] };
		const answer = email ? await signUp({ email, ...(name && { name }) }) : { failure: required };
		busy.current = false;
		setSending(false);
		if ('user' in answer) return onDone(answer.user);
		setFailure(answer.failure);
		emailField.current?.focus();
	};

	const wrong = failure ? wordsOf(failure, words) : {};
	return (
		<form className="panel" onSubmit={submit} noValidate>
			<h1>{words.signUpTitle}</h1>
			<p>{words.signUpText}</p>
			<p className="alert" role="alert" hidden={!wrong.whole}>
				{wrong.whole}
			</p>
			<label htmlFor="email">{words.email}</label>
			<input
				id="email"
				name="email"
				type="email"
				ref={emailField}
				autoComplete="email"
				aria-required="true"
				aria-invalid={wrong.email ? true : undefined}
				aria-describedby="email-issue"
			/>
			<p className="issue" id="email-issue" role="alert">
				{wrong.email}
			</p>
			<label htmlFor="name">
				<span>{`${words.name} `}</span>
				<small>{`(${words.optional})`}</small>
			</label>
			<input id="name" name="name" autoComplete="name" aria-invalid={wrong.name ? true : undefined} aria-describedby="name-issue" />
			<p className="issue" id="name-issue" role="alert">
				{wrong.name}
			</p>
			<button type="submit" className="primary" aria-disabled={sending}>
				{sending ? words.creating : words.create}
			</button>
		</form>
	);
}

function Welcome({ user, onAgain }: { user: User; onAgain: () => void }) {
	const words = useWords();
	return (
		<section className="panel" aria-labelledby="welcome">
			<span className="badge done">
				<Icon name="check" />
			</span>
			<h1 id="welcome" tabIndex={-1} ref={(heading) => heading?.focus()}>
				{words.welcome}
			</h1>
			<p>{words.welcomeText}</p>
			<dl>
				{user.name && (
					<div>
						<dt>{words.name}</dt>
						<dd translate="no">{user.name}</dd>
					</div>
				)}
				<div>
					<dt>{words.email}</dt>
					<dd translate="no">{user.email}</dd>
				</div>
				<div>
					<dt>{words.userId}</dt>
					<dd>
						<code translate="no">{user.id}</code>
					</dd>
				</div>
				<div>
					<dt>
						<code>{words.customerId}</code>
					</dt>
					<dd>
						<code translate="no">{user.proyecta_customer_id}</code>
					</dd>
				</div>
			</dl>
			<div className="actions">
				<Link className="primary" href={`/admin/customers/${user.proyecta_customer_id}`}>
					{words.openCustomer}
				</Link>
				<button type="button" onClick={onAgain}>
					{words.another}
				</button>
			</div>
		</section>
	);
}

/** What is wrong, at its field or above the form. */
function wordsOf({ code, issues }: SignUpFailure, words: Words): { email?: string; name?: string; whole?: string } {
	if (code === 'email_exists') return { email: words.email_exists };
	if (code === 'offline' || code === 'unreachable') return { whole: words[code] };
	const [email, name] = ['email', 'name'].map((path) => issues.find((issue) => issue.path === path));
	if (!email && !name) return { whole: words.failed };
	const missing = email?.code === 'required' || email?.code === 'empty';
	return { ...(email && { email: missing ? words.required : words.invalid_email }), ...(name && { name: words.wrongName }) };
}
