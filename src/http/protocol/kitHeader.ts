/** Sent with each request of `httpBackend`, as `1`: a foreign page cannot, without a preflight that the handler refuses. */
export const kitHeader = 'X-Proyecta-Customers';
