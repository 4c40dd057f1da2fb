'use client';
import { Component, type ErrorInfo, type MouseEvent, type ReactNode } from 'react';
import { CustomerError } from '../../contract/errors';
import { CustomersContext, type CustomersContextValue } from '../../hooks/context/customersContext';
import { useWords } from '../../hooks/context/useWords';
import { brokenWords } from '../../locales/english/ui/brokenWords';
import { Alert } from './Alert';
import { Button } from './Button';
import { focusInPlaceOf } from './focusInPlaceOf';
import { slot } from './slot';

interface Props {
	/** The component, as hosts know it. */
	of: string;
	/** A new value gives the content another chance. */
	subject?: unknown;
	/** @default a sentence, and a button that gives the content another chance */
	fallback?: ReactNode;
	children: ReactNode;
}

interface State {
	failed: boolean;
	subject: unknown;
}

/**
 * Keeps what throws, a host's own content included, from taking along what is around it. Components above it keep their state: what was
 * typed is there again once the content is.
 */
export class Boundary extends Component<Props, State> {
	static override contextType = CustomersContext;
	declare context: CustomersContextValue;
	override state: State = { failed: false, subject: this.props.subject };

	static getDerivedStateFromError(): Partial<State> {
		return { failed: true };
	}

	static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
		return props.subject === state.subject ? null : { failed: false, subject: props.subject };
	}

	override componentDidCatch(_error: unknown, { componentStack }: ErrorInfo) {
		// Where it threw, and not what: that may be about somebody.
		this.context.onError(new CustomerError('internal_error', { message: `${this.props.of} threw while drawn:${componentStack}` }));
	}

	private readonly retry = ({ currentTarget }: MouseEvent) => {
		this.setState({ failed: false }, focusInPlaceOf(currentTarget.closest('[data-slot="pc-broken"]')!));
	};

	override render() {
		const { fallback = <Broken onRetry={this.retry} />, children } = this.props;
		return this.state.failed ? fallback : children;
	}
}

function Broken({ onRetry }: { onRetry: (event: MouseEvent) => void }) {
	const { errors, common, code, dir } = useWords(brokenWords);
	return (
		<div data-pc-root="" {...slot('pc-broken')} lang={code} dir={dir}>
			<Alert
				tone="danger"
				title={errors.internal_error}
				role="alert"
				actions={
					<Button icon="refresh" size="small" onClick={onRetry}>
						{common.retry}
					</Button>
				}
			/>
		</div>
	);
}
