'use client';
import { Component, type ErrorInfo, type ReactNode, useEffect, useRef, useState } from 'react';
import { CustomerError } from '../../contract/errors';
import { CustomersContext, type CustomersContextValue } from '../../hooks/context/customersContext';
import { lazyPart } from '../../hooks/context/lazyPart';
import { useWords } from '../../hooks/context/useWords';
import { brokenWords } from '../../locales/english/ui/brokenWords';
import { RetryAlert } from './RetryAlert';
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

	static getDerivedStateFromProps({ subject }: Props, state: State): State {
		return { subject, failed: state.failed && state.subject === subject };
	}

	override componentDidCatch(_error: unknown, { componentStack }: ErrorInfo) {
		// Where it threw, and not what: that may be about somebody.
		this.context.onError(new CustomerError('internal_error', { message: `${this.props.of} threw while drawn:${componentStack}` }));
	}

	private readonly retry = (then?: () => void) => this.setState({ failed: false }, then);

	override render() {
		const { fallback = <Broken onRetry={this.retry} />, children } = this.props;
		return this.state.failed ? fallback : children;
	}
}

const useFocusKeeper = lazyPart(() => import('./focusInPlaceOf'));

/** Whoever tries again is put on what comes in its place. */
function Broken({ onRetry }: { onRetry: (then?: () => void) => void }) {
	const { errors, code, dir } = useWords(brokenWords);
	const keeper = useFocusKeeper(true);
	const part = useRef<HTMLDivElement>(null);
	const [pressed, press] = useState(0);
	// What keeps the focus may come only after who tries again.
	useEffect(() => {
		if (pressed && keeper !== undefined) onRetry(keeper?.focusInPlaceOf(part.current!));
	}, [pressed, keeper, onRetry]);
	return (
		<div ref={part} data-pc-root="" {...slot('pc-broken')} lang={code} dir={dir}>
			<RetryAlert title={errors.internal_error} onRetry={() => press(pressed + 1)} />
		</div>
	);
}
