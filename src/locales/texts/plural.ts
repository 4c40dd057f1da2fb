/** A sentence by plural category of the language, chosen by `Intl.PluralRules`; a category that is left out takes `other`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & {
	/** The sentence for every number that has none of its own. */
	other: string;
};
