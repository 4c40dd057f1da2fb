/** What Stripe answers in place of an object. Its words must never reach a browser. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly error: { type: string; code?: string; param?: string },
		readonly headers: Record<string, string> = {},
	) {
		super(error.code ?? error.type);
	}

	get body(): object {
		return {
			error: {
				...this.error,
				message: `Stripe’s own words about ${JSON.stringify(this.error)} and sk_test_loopback`,
				doc_url: 'https://stripe.com/docs/error-codes/secret',
				request_log_url: 'https://dashboard.stripe.com/test/logs/req_secret',
			},
		};
	}
}

export function invalid(param: string, code?: string, status = 400): Refusal {
	return new Refusal(status, { type: 'invalid_request_error', param, ...(code && { code }) });
}

/** `status` is 404 where the id stands in the path, 400 where it is a parameter. */
export function missing(param: string, status: 400 | 404): Refusal {
	return invalid(param, 'resource_missing', status);
}
