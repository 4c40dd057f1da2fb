/** What only developers read is no rule: the `message` of an error, and the text of a `TypeError`. */
function isMessage({ node, parent }) {
	const holds = parent?.isObjectProperty() && parent.node.value === node && parent.node.key.name === 'message';
	const tells = parent?.isNewExpression() && parent.node.callee.name === 'TypeError';
	return (holds || tells) && ['StringLiteral', 'TemplateLiteral', 'BinaryExpression', 'ConditionalExpression'].includes(node.type);
}

export const strykerPlugins = [
	{
		kind: 'Ignore',
		name: 'messages',
		value: {
			shouldIgnore: ({ node, parentPath }) =>
				isMessage({ node, parent: parentPath }) ? 'What only developers read is no rule.' : undefined,
		},
	},
];
