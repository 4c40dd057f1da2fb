throw new Error(
	"proyecta-customers/server was imported into a browser bundle. It runs with the backend's secrets and without any page, so it must stay on the server. " +
		"In the browser import `httpBackend` from 'proyecta-customers/client' (or from 'proyecta-customers' together with the hooks and components), and keep this import in files that only the server loads.",
);

// Nothing is offered here: whoever gets this far has thrown already.
export {};
