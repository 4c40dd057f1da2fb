/** What the notice of a saved edit says, until it is undone or goes away. */
export interface UndoTexts {
	/** Names the notice to those who hear it. */
	label: string;
	/** An edit was saved. `{name}`: the customer's name, email or id. */
	saved: string;
	/** The button that puts back what was there before the edit. */
	undo: string;
	/** It was put back. */
	undone: string;
	/** It could not be put back; the error's own sentence follows. */
	failed: string;
}
