module.exports = {
	// jsdom without TextEncoder, fetch and streams is no browser; this one has them.
	testEnvironment: 'jest-fixed-jsdom',
	transform: {
		'\\.[jt]sx?$': [
			'@swc/jest',
			{
				jsc: { transform: { react: { runtime: 'automatic' } }, parser: { syntax: 'typescript', tsx: true } },
				module: { type: 'commonjs' },
			},
		],
	},
	// The kit is ES modules: Jest is to transform it.
	transformIgnorePatterns: ['/node_modules/(?!proyecta-customers/)'],
};
