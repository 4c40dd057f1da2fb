'use client';
import { Component, type ReactNode } from 'react';

interface Props {
	/** A new value gives the content another chance. */
	subject: unknown;
	fallback: ReactNode;
	children: ReactNode;
}

interface State {
	failed: boolean;
	subject: unknown;
}

/** Keeps a cell that throws from taking the table with it. */
export class CellBoundary extends Component<Props, State> {
	override state: State = { failed: false, subject: this.props.subject };

	static getDerivedStateFromError(): Partial<State> {
		return { failed: true };
	}

	static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
		return props.subject === state.subject ? null : { failed: false, subject: props.subject };
	}

	override render() {
		return this.state.failed ? this.props.fallback : this.props.children;
	}
}
