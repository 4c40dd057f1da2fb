'use client';
import type { Customer } from '../../domain/customer';
import { useWords } from '../../hooks/context/useWords';
import { formPaths } from '../../hooks/form/customerFormValues';
import { useNavigation } from '../../hooks/navigation/navigation';
import { formWords } from '../../locales/english/form/formWords';
import { formatMessage } from '../../locales/formatMessage';
import { fieldLabel } from '../../locales/issueMessage';
import type { Locale } from '../../locales/locale';
import { Alert } from '../ui/Alert';
import { infoIcon } from '../ui/icons/infoIcon';
import { slot } from '../ui/slot';
import { useCustomerFormContext } from './customerFormContext';

/** What there is to say about the form as a whole: read-only, saved, already a customer, or what is wrong without a field of its own. */
export function FormNotice() {
	const locale = useWords(formWords);
	const { Link } = useNavigation();
	const { model, idOf, readOnly, getCustomerHref } = useCustomerFormContext();
	const { status, saved, summary } = model;

	if (readOnly) return <Alert tone="info" icon={infoIcon} title={locale.form.readOnly} />;
	if (status === 'existing' && saved) {
		return (
			<Alert
				tone="warning"
				title={locale.form.existing}
				actions={
					getCustomerHref && (
						<Link href={getCustomerHref(saved)} {...slot('pc-link')}>
							{locale.form.openExisting}
						</Link>
					)
				}
			>
				<bdi translate="no">{[saved.name, saved.email].filter(Boolean).join(' · ')}</bdi>
			</Alert>
		);
	}
	if (summary.length > 0) {
		const country = model.values.address.country;
		return (
			<Alert tone="danger" title={locale.form.summary}>
				<ul {...slot('pc-issue-list')}>
					{summary.map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
					{formPaths
						.filter((path) => model.fieldError(path))
						.map((path) => (
							<li key={path}>
								<a
									href={`#${idOf(path)}`}
									{...slot('pc-issue-link')}
									onClick={(event) => {
										event.preventDefault();
										(event.currentTarget.getRootNode() as Document | ShadowRoot).getElementById(idOf(path))?.focus();
									}}
								>
									{`${fieldLabel(locale, path, country)}: ${model.fieldError(path)}`}
								</a>
							</li>
						))}
				</ul>
			</Alert>
		);
	}
	const outcome = outcomeOf(status, locale.form);
	if (!outcome) return null;
	const unchanged = status === 'unchanged';
	return <Alert tone={unchanged ? 'info' : 'success'} icon={unchanged ? infoIcon : 'check'} title={outcome} />;
}

/** What became of a submit, as a sentence. */
export function outcomeOf(status: string, words: Locale['form']): string | undefined {
	return { created: words.created, updated: words.saved, unchanged: words.noChanges, existing: words.existing }[status];
}

/** Before submitting: the email is a customer's already. */
export function takenText({ form }: Pick<Locale, 'form'>, { name, email, id }: Customer): string {
	return formatMessage(form.taken, { name: name ?? email ?? id });
}
