// What a host does about each code. Not said in the sources: it is for those who run an app, not for those who call a method.
export const errorAdvice = {
	malformed_request: 'Nothing for users of the kit’s own components. In calls of your own, send what the message asks for.',
	invalid_cursor:
		'Nothing: a table goes back to the first page and says so. In calls of your own, ask again without the cursor. Give servers that share a backend one `cursorSecret`.',
	unauthenticated: 'Sign the user in again, in `onUnauthenticated`; what was typed is kept. Keep the provider’s `scope` meanwhile.',
	cross_origin:
		'List the page’s origin in the handler’s `origins`, or let your proxy pass `Host` on: see [server](server.md#origins-and-dev-proxies).',
	forbidden: 'Nothing, where `authorize` is right. Take what a role may not do out of `actions` and `fields`, so that it is not offered.',
	not_found: 'Nothing: the page says so. Look at the grant’s `scope` where a customer is known to be there.',
	method_not_allowed: 'Let the route pass GET, POST and PATCH to the handler.',
	request_timeout: 'Nothing, where a connection was slow. Raise `deadlineMs` where many see it.',
	email_exists: 'Nothing: the form offers the customer who has the email. In calls of your own, get that customer.',
	idempotency_in_progress: 'Nothing: the first request goes on. In calls of your own, try again with the same key.',
	version_conflict:
		'Nothing: the form merges field by field. In calls of your own, get the customer again, merge, and update with its new `version`.',
	payload_too_large: 'Raise `bodyLimitBytes` where your users write more than 64 KB.',
	unsupported_media_type: 'Send `Content-Type: application/json`. Put the handler before any body parser.',
	validation_failed: 'Nothing: the form marks the fields by `issues`. In calls of your own, show them with the locale’s `issues`.',
	idempotency_key_reused: 'Make a new key for each intent, and use it again only to repeat the same input.',
	version_required: 'Pass `ifVersion` to `update`. The kit’s hooks do.',
	rate_limited: 'Nothing: the kit waits as long as `retryAfterMs` says. Raise the handler’s limit where people meet it in their work.',
	internal_error: 'Look for the request’s id in your log: `onError` was told what threw.',
	not_supported: 'Ask `capabilities()` first; the components do, and show nothing that is not offered.',
	bad_upstream_response:
		'Look at `onError`: the vendor, or a client between, answers something else than documented. Look at the SDK’s version and dialect.',
	upstream_unavailable: 'Look at the database or the vendor’s status page. Reads are tried again by themselves.',
	misconfigured: 'Look at `onError`: a key is refused, a table is missing, a dialect is wrong. Nothing of it mends itself.',
	upstream_timeout: 'Look for what is slow: a missing index, a full pool. Give the database limits below `deadlineMs`.',
	offline: 'Nothing: lists load once there is a connection, and what was typed waits to be saved again.',
	unreachable: 'See whether the server runs, and whether a firewall, an extension or a proxy stands between.',
	timeout: 'See what holds the answer up. `httpBackend` waits 30 seconds for each attempt.',
	aborted: 'Nothing: somebody went on. Leave it out of your log.',
	bad_response: 'Look at the `url` of `httpBackend`: a sign-in page, a framework’s 404 or a proxy answers in the handler’s place.',
};
