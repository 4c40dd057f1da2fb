module.exports = {
	// jsdom without TextEncoder, fetch and streams is no browser; this one has them.
	testEnvironment: 'jest-fixed-jsdom',
	transform: {
		'\\.m?[jt]sx?$': [
			'@swc/jest',
			{
				jsc: { transform: { react: { runtime: 'automatic' } }, parser: { syntax: 'typescript', tsx: true } },
				module: { type: 'commonjs' },
			},
		],
	},
	// The kit is ES modules, and so is some of msw: Jest is to transform them.
	transformIgnorePatterns: ['/node_modules/(?!(proyecta-customers|rettime|until-async|headers-polyfill|@open-draft)/)'],
};
