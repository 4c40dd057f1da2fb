'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isKept } from '../contract/clearableFields';
import type { Customer, CustomerInput } from '../domain/customer';
import { type CustomerRules, rulesOf } from '../domain/customerRules';
import { useEventCallbacks } from '../hooks/context/useEventCallbacks';
import { useWords } from '../hooks/context/useWords';
import type { CustomerFormOutcome, QuietCustomerFormModel } from '../hooks/form/customerFormModel';
import { type FormPath, type FormUnit, formPaths } from '../hooks/form/customerFormValues';
import { useQuietCustomerForm } from '../hooks/form/useCustomerForm';
import type { LeaveGuardState } from '../hooks/navigation/leaveQuestion';
import { formWords } from '../locales/english/form/formWords';
import type { Locale } from '../locales/locale';
import { CustomerFormField } from './CustomerFormField';
import { ConflictChoice } from './form/ConflictChoice';
import { CustomerFormContext } from './form/customerFormContext';
import { FormActions } from './form/FormActions';
import { FormFailure } from './form/FormFailure';
import { FormNotice, outcomeOf, takenText } from './form/FormNotice';
import { FormSkeleton } from './form/FormSkeleton';
import { LeavingQuestion } from './form/LeavingQuestion';
import { useFormFocus } from './form/useFormFocus';
import { Boundary } from './ui/Boundary';
import { focusedElement } from './ui/focusedElement';
import { isComposing } from './ui/isComposing';
import { slot } from './ui/slot';

/** Parts of the form that take a class: `form`, `fields`, `field`, `actions`, `submit` and `cancel`. */
export type CustomerFormSlot = 'form' | 'fields' | 'field' | 'actions' | 'submit' | 'cancel';

/** What `CustomerForm` takes. */
export interface CustomerFormProps extends CustomerRules {
	/** The customer to edit; a fresher one may be passed at any time and never touches what was typed. Without one the form creates. */
	customer?: Customer;
	/** Shows that the customer to edit is on its way. @default false */
	loading?: boolean;
	/** The parts that the form has, in this order, as far as the backend keeps them. @default ['email', 'name', 'phone', 'address'] */
	fields?: readonly FormUnit[];
	/** What a new customer starts with. @default nothing */
	defaultValues?: Partial<CustomerInput>;
	/** Country (ISO 3166-1 alpha-2) that new addresses start with and national phone numbers belong to. @default none */
	defaultCountry?: string;
	/**
	 * Shows the fields of an address also where there is none yet, in place of a button that opens them.
	 * @default false; true where the form has no other part
	 */
	openAddress?: boolean;
	/** Called once saved. After `existing` the customer was there already and nothing was changed: the form says so itself. */
	onSaved?: (customer: Customer, outcome: CustomerFormOutcome) => void;
	/** Shows a button that calls it, after asking where there is typing to lose. */
	onCancel?: () => void;
	/** Called when there begins or ceases to be something to lose: what a host's router needs to ask, too. */
	onDirtyChange?: (dirty: boolean) => void;
	/**
	 * Asks before a link of the page, Back or Forward, or the browser closing the tab lose what was typed. Give it `useLeaveGuard()` where a
	 * dialog of yours is around the form, and close that by `guard.leave(close)`: the form then asks before that, too.
	 * @default true
	 */
	guard?: boolean | LeaveGuardState;
	/** What the button says that saves. @default "Create customer" or "Save changes" in the reader's language */
	submitLabel?: ReactNode;
	/** Where a customer can be seen; without it an existing one is named, not linked. */
	getCustomerHref?: (customer: Customer) => string;
	/** In place of the fields: `<CustomerFormField name="email" />` and whatever else. */
	children?: ReactNode;
	/** Classes to add, by slot. */
	classNames?: Partial<Record<CustomerFormSlot, string>>;
}

const everyField: readonly FormUnit[] = ['email', 'name', 'phone', 'address'];

/**
 * Creates or edits a customer: one effect an intent, nothing typed is ever lost.
 *
 * @example
 * <CustomerForm defaultCountry="IN" onSaved={(customer, outcome) => console.log(customer.id, outcome)} />;
 */
export function CustomerForm(props: CustomerFormProps) {
	return (
		<Boundary of="CustomerForm">
			<FormView {...props} />
		</Boundary>
	);
}

function FormView(props: CustomerFormProps) {
	const { customer, loading, fields = everyField, defaultCountry, onCancel, getCustomerHref, classNames, guard = true } = props;
	const locale = useWords(formWords);
	const id = useId();
	const leaving = useRef<LeaveGuardState>(null);
	const refused = useRef<readonly FormPath[]>([]);
	const rules = rulesOf(props);
	const { model: current, capabilities } = useQuietCustomerForm({
		customer: customer ?? null,
		defaultCountry: defaultCountry ?? '',
		defaultValues: props.defaultValues ?? {},
		...rules,
		onSuccess: (saved, outcome) => {
			if (outcome !== 'existing') leaving.current?.release();
			props.onSaved?.(saved, outcome);
		},
		fields,
		onInvalid: (paths) => {
			refused.current = paths;
		},
	});
	const [formRef, noticeRef] = useFormFocus(current, refused);
	const { cancel, tell, ...events } = useEventCallbacks({
		...current,
		cancel: () => onCancel && leaving.current?.leave(onCancel),
		tell: (dirty: boolean) => props.onDirtyChange?.(dirty),
	});
	const { form, status, error, conflict, saved, taken, summary } = current;
	const kept = everyField.filter((field) => isKept(field, capabilities?.keeps));
	const openAddress = props.openAddress ?? `${current.fields}` === 'address';
	const readOnly = capabilities !== undefined && !(customer ? capabilities.write.update : capabilities.write.create);

	// react-hook-form renders a form once more when it is ready, and so does each answer about what the backend offers: most change nothing.
	// biome-ignore lint/correctness/useExhaustiveDependencies: whatever is shown; functions are for events, and stay the same
	return useMemo(() => {
		if (loading) return <FormSkeleton className={classNames?.form} />;
		const model = { ...events, fieldError: current.fieldError };
		const busy = status === 'saving';
		const idOf = (path: FormPath) => `${id}${path.replace('.', '-')}`;
		const leave = (path: FormPath) => {
			if (form.getValues(path).trim() !== '' || form.getFieldState(path).isDirty) model.blur(path);
		};
		const fieldClassName = classNames?.field;
		const context = { model, idOf, leave, defaultCountry, rules, kept, readOnly, openAddress, getCustomerHref, fieldClassName };
		return (
			<CustomerFormContext.Provider value={context}>
				<form
					ref={formRef}
					noValidate
					{...slot('pc-form', classNames?.form)}
					data-pc-root=""
					data-state={status}
					aria-busy={busy || undefined}
					lang={locale.code}
					dir={locale.dir}
					onSubmit={model.submit}
					onKeyDown={hearEnter}
				>
					{/* Below what was typed, and beside the question before that is lost. */}
					<Boundary of="CustomerForm">
						<div ref={noticeRef} tabIndex={-1} {...slot('pc-form-notice')}>
							<FormNotice />
							{error && <FormFailure error={error} busy={busy} onRetry={() => void model.submit()} />}
							{conflict && <ConflictChoice conflict={conflict} busy={busy} quiet={status === 'idle'} />}
						</div>
						<div {...slot('pc-form-fields', classNames?.fields)}>
							{props.children ?? current.fields.map((field) => <CustomerFormField key={field} name={field} />)}
						</div>
						{!conflict && <FormActions onCancel={onCancel && cancel} submitLabel={props.submitLabel} classNames={classNames} />}
					</Boundary>
					<LeavingQuestion form={form} guard={guard} tell={tell} leaving={leaving} />
					<Lasting text={announcementOf(model, locale)} status={status} />
				</form>
			</CustomerFormContext.Provider>
		);
	}, [
		...[loading, classNames, guard, onCancel === undefined, props.submitLabel, props.children, defaultCountry, getCustomerHref, customer],
		...[form, status, error, conflict, saved, taken, readOnly, openAddress, locale, rules.phoneValidation, rules.addressValidation],
		[...summary, ...current.fields, ...kept, ...formPaths.map((path) => current.fieldError(path) ?? '')].join('\n'),
	]);
}

/** A key that is held down is one intent, and one that ends a composition is for the text. Where two versions stand, it leads to them: they are to be seen before one is saved. */
function hearEnter(event: KeyboardEvent<HTMLFormElement>): void {
	if (event.key !== 'Enter') return;
	const versions = event.currentTarget.querySelector<HTMLElement>('.pc-conflict');
	const field = focusedElement();
	if (event.repeat || isComposing(event)) event.preventDefault();
	else if (field.matches('input') && !versions?.contains(field)) versions?.focus();
}

/**
 * Says what lasts: what is refused at once was never being saved, and of a dialog that closes, what is left says how it went. An edit is
 * said by the notice that offers to undo it, where there is one.
 */
function Lasting({ text, status }: { text: ReactNode; status: string }) {
	const [said, say] = useState<ReactNode>();
	useEffect(() => {
		const timer = setTimeout(
			() => say(status === 'updated' && (focusedElement().getRootNode() as ParentNode).querySelector('.pc-undo') ? '' : text),
			300,
		);
		return () => clearTimeout(timer);
	}, [text, status]);
	return (
		<p {...slot('pc-unseen')} role="status">
			{said}
		</p>
	);
}

/** For people who hear the page. Errors of fields are heard when the focus lands on the first of them. */
function announcementOf(
	{ status, error, conflict, summary, taken }: QuietCustomerFormModel,
	locale: Pick<Locale, 'errors' | 'form'>,
): ReactNode {
	if (status === 'saving') return locale.form.saving;
	if (error) return locale.errors[error.code];
	if (conflict) return locale.form.conflictTitle;
	if (summary.length > 0) return [locale.form.summary, ...summary].join(' ');
	return outcomeOf(status, locale.form) ?? (taken && takenText(locale, taken));
}
