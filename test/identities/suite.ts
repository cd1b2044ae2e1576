/**
 * Identities of this field, each with falsehoods planted beside it. `assume` is in the notation of `rederive prove --assume`.
 * A falsehood replaces the right side; every one differs from the left side at some admissible point.
 */
export interface Row {
  readonly id: string;
  readonly assume: string;
  readonly left: string;
  readonly right: string;
  readonly falsehoods: readonly string[];
}

const group = (prefix: string, assume: string, rows: readonly (readonly [left: string, right: string, ...falsehoods: string[]])[]): readonly Row[] =>
  rows.map(([left, right, ...falsehoods], k) => ({ id: `${prefix}-${k + 1}`, assume, left, right, falsehoods }));

export const suite: readonly Row[] = [
  ...group("energy-denominators", "c,s=±1; D,w,h,tau,V,w0 positive; t,Q real", [
    ["1/(D - h*w)^2 - 1/(D + h*w)^2", "4*D*h*w/(D^2 - h^2*w^2)^2", "2*D*h*w/(D^2 - h^2*w^2)^2", "-4*D*h*w/(D^2 - h^2*w^2)^2", "4*D*h*w/(D^2 + h^2*w^2)^2"],
    ["1/(D - c*h*w)^2 - 1/(D + c*h*w)^2", "4*c*D*h*w/(D^2 - h^2*w^2)^2", "4*D*h*w/(D^2 - h^2*w^2)^2", "4*c*D*h*w/(D^2 - c*h^2*w^2)^2"],
    ["1/(w0 - w) + 1/(w0 + w)", "2*w0/(w0^2 - w^2)", "2*w/(w0^2 - w^2)", "w0/(w0^2 - w^2)"],
    ["-V^2/(4*h)*(1/(w0 - w) + 1/(w0 + w))", "-V^2*w0/(2*h*(w0^2 - w^2))", "-V^2*w0/(4*h*(w0^2 - w^2))", "V^2*w0/(2*h*(w0^2 - w^2))"],
    ["1/(D - c*s*h*w) - 1/(D + c*s*h*w)", "2*c*s*h*w/(D^2 - h^2*w^2)", "2*c*h*w/(D^2 - h^2*w^2)", "2*c*s*h*w/(D^2 + h^2*w^2)"],
    ["((D - h*w)^2 + h^2/tau^2)*((D + h*w)^2 + h^2/tau^2)", "(D^2 + h^2*w^2 + h^2/tau^2)^2 - 4*D^2*h^2*w^2", "(D^2 - h^2*w^2 + h^2/tau^2)^2 - 4*D^2*h^2*w^2", "(D^2 + h^2*w^2 + h^2/tau^2)^2 + 4*D^2*h^2*w^2"],
    ["1/(D - h*w)^4 - 1/(D + h*w)^4", "8*D*h*w*(D^2 + h^2*w^2)/(D^2 - h^2*w^2)^4", "8*D*h*w*(D^2 - h^2*w^2)/(D^2 - h^2*w^2)^4", "4*D*h*w*(D^2 + h^2*w^2)/(D^2 - h^2*w^2)^4"],
    ["(1 + c)*(1 - c)", "0", "1 - c", "2*(1 - c)"],
    ["1/(1 + c*t^2 + t^4)", "(1 + t^4 - c*t^2)/(1 + t^4 + t^8)", "(1 + t^4 + c*t^2)/(1 + t^4 + t^8)", "(1 + t^4 - c*t^2)/(1 - t^4 + t^8)"],
    ["Q^2*V^2/((D - h*w)*(D + h*w)) - Q^2*V^2/D^2", "Q^2*V^2*h^2*w^2/(D^2*(D^2 - h^2*w^2))", "Q^2*V^2*h*w/(D^2*(D^2 - h^2*w^2))", "-Q^2*V^2*h^2*w^2/(D^2*(D^2 - h^2*w^2))"],
  ]),
  ...group("three-levels", "E1,E2,E3,g,k real", [
    ["1/((E1 - E2)*(E1 - E3)) + 1/((E2 - E1)*(E2 - E3)) + 1/((E3 - E1)*(E3 - E2))", "0", "1/((E1 - E2)*(E2 - E3))", "2/((E1 - E2)*(E1 - E3))"],
    ["E1/((E1 - E2)*(E1 - E3)) + E2/((E2 - E1)*(E2 - E3)) + E3/((E3 - E1)*(E3 - E2))", "0", "1", "-1"],
    ["E1^2/((E1 - E2)*(E1 - E3)) + E2^2/((E2 - E1)*(E2 - E3)) + E3^2/((E3 - E1)*(E3 - E2))", "1", "0", "E1 + E2 + E3"],
    ["(1/(E1 - E2) - 1/(E1 - E3))*(E1 - E2)*(E1 - E3)", "E2 - E3", "E3 - E2", "E2 + E3"],
    ["g^2/(E1 - E2) + g^2/(E2 - E1)", "0", "2*g^2/(E1 - E2)", "g^2"],
    ["k*g/(E1 - E3) - k*g/(E2 - E3)", "k*g*(E2 - E1)/((E1 - E3)*(E2 - E3))", "k*g*(E1 - E2)/((E1 - E3)*(E2 - E3))", "k*g*(E2 + E1)/((E1 - E3)*(E2 - E3))"],
  ]),
  ...group("roots", "a,b,m positive; E,t,x,u,k,kx,ky,D real", [
    ["sqrt(E^2/4 + 2*t^2)", "sqrt(E^2 + 8*t^2)/2", "sqrt(E^2 + 8*t^2)/4", "sqrt(E^2 + 2*t^2)/2"],
    ["(E/2 + sqrt(E^2/4 + 4*t^2))*(E/2 - sqrt(E^2/4 + 4*t^2))", "-4*t^2", "-2*t^2", "4*t^2"],
    ["(E/2 + sqrt(E^2/4 + 4*t^2))^2 - E*(E/2 + sqrt(E^2/4 + 4*t^2)) - 4*t^2", "0", "t^2", "8*t^2"],
    ["sqrt(a)*sqrt(b)", "sqrt(a*b)", "-sqrt(a*b)", "sqrt(a + b)"],
    ["sqrt(x^2)", "abs(x)", "x", "-x"],
    ["1/(sqrt(a) + sqrt(b))", "(sqrt(a) - sqrt(b))/(a - b)", "(sqrt(a) + sqrt(b))/(a - b)", "(sqrt(b) - sqrt(a))/(a - b)"],
    ["sqrt(4*a^2*b)", "2*a*sqrt(b)", "4*a*sqrt(b)", "2*a*b"],
    ["1/sqrt(1 + u^2) + u^2/sqrt(1 + u^2)", "sqrt(1 + u^2)", "1 + u^2", "1/sqrt(1 + u^2)"],
    ["sqrt(-a)", "i*sqrt(a)", "-i*sqrt(a)", "sqrt(a)"],
    ["a^(-7/2)*a^(3/2)", "1/a^2", "1/a^3", "a^2"],
    ["diff(a^(-7/2), a)", "-7*a^(-7/2)/(2*a)", "7*a^(-7/2)/(2*a)", "-7*a^(-7/2)/2", "-5*a^(-7/2)/(2*a)"],
    ["diff(sqrt(kx^2 + ky^2 + m^2), kx)", "kx/sqrt(kx^2 + ky^2 + m^2)", "ky/sqrt(kx^2 + ky^2 + m^2)", "2*kx/sqrt(kx^2 + ky^2 + m^2)"],
    ["m/(2*(k^2 + m^2)^(3/2))", "m*sqrt(k^2 + m^2)/(2*(k^2 + m^2)^2)", "m/(2*(k^2 + m^2)^2)", "m/(2*(k^2 + m^2)^(5/2))"],
    ["diff(-m/(2*sqrt(k^2 + m^2)), k)", "m*k/(2*(k^2 + m^2)^(3/2))", "m*k/(2*(k^2 + m^2))", "-m*k/(2*(k^2 + m^2)^(3/2))"],
    ["sqrt(3 + 2*sqrt(2))^2", "3 + 2*sqrt(2)", "3 - 2*sqrt(2)", "2 + 3*sqrt(2)"],
    ["sqrt(a^2 + 2*a*b + b^2)", "a + b", "a - b", "sqrt(a^2 + b^2)"],
  ]),
  ...group("mixing-angle", "E,t,u real; s=±1", [
    ["sin(atan(u))^2 + cos(atan(u))^2", "1", "1 + u", "u^2"],
    ["cos(atan(u))", "1/sqrt(1 + u^2)", "u/sqrt(1 + u^2)", "1/(1 + u^2)"],
    ["sin(atan(u))", "u/sqrt(1 + u^2)", "-u/sqrt(1 + u^2)", "u/(1 + u^2)"],
    ["sin(2*atan(u))", "2*u/(1 + u^2)", "u/(1 + u^2)", "2*u/sqrt(1 + u^2)"],
    ["tan(atan(u))", "u", "-u", "1/u"],
    ["cos(atan(2*t/(1 + E^2)))^2", "(1 + E^2)^2/((1 + E^2)^2 + 4*t^2)", "(1 + E^2)^2/((1 + E^2)^2 + 2*t^2)", "4*t^2/((1 + E^2)^2 + 4*t^2)"],
    ["sin(atan(s*u))", "s*u/sqrt(1 + u^2)", "u/sqrt(1 + u^2)", "-s*u/sqrt(1 + u^2)"],
  ]),
  ...group("trigonometry", "x,y,xi,phi real", [
    ["sin(x + y)", "sin(x)*cos(y) + cos(x)*sin(y)", "sin(x)*cos(y) - cos(x)*sin(y)", "sin(x)*sin(y) + cos(x)*cos(y)"],
    ["cos(3*x)", "4*cos(x)^3 - 3*cos(x)", "4*cos(x)^3 + 3*cos(x)", "3*cos(x) - 4*cos(x)^3"],
    ["sin(x)^2*cos(x)^2", "(1 - cos(4*x))/8", "(1 + cos(4*x))/8", "(1 - cos(4*x))/4"],
    ["tan(x/2)", "sin(x)/(1 + cos(x))", "sin(x)/(1 - cos(x))", "cos(x)/(1 + sin(x))"],
    ["cos(x)*cos(y)", "(cos(x - y) + cos(x + y))/2", "(cos(x - y) - cos(x + y))/2", "cos(x - y) + cos(x + y)"],
    ["sin(x)^4 + cos(x)^4", "(3 + cos(4*x))/4", "(3 - cos(4*x))/4", "1"],
    ["cos(pi/12)", "(sqrt(6) + sqrt(2))/4", "(sqrt(6) - sqrt(2))/4", "(sqrt(6) + sqrt(2))/2"],
    ["sin(phi - pi/2)", "-cos(phi)", "cos(phi)", "sin(phi)"],
    ["diff(sin(x)^2, x)", "sin(2*x)", "2*sin(2*x)", "cos(2*x)", "-sin(2*x)"],
    ["cos(xi)^2 - sin(xi)^2", "cos(2*xi)", "-cos(2*xi)", "1"],
  ]),
  ...group("phases", "c,s=±1; n,m integer; w,D,h,tau positive; t,al,at real", [
    ["exp(i*c*s*w*t)", "cos(w*t) + i*c*s*sin(w*t)", "cos(w*t) - i*c*s*sin(w*t)", "cos(w*t) + i*c*sin(w*t)"],
    ["exp(2*pi*i*n)", "1", "-1", "(-1)^n"],
    ["(-1)^(2*n)", "1", "(-1)^n", "-1"],
    ["cos(n*pi)", "(-1)^n", "1", "(-1)^(n + 1)"],
    ["sin(n*pi)", "0", "1", "(-1)^n"],
    ["exp(i*s*n*pi/2)^2", "(-1)^n", "1", "-(-1)^n"],
    ["exp(i*s*n*pi/2)*(al*cos(c*w*t - n*pi/2) + i*s*at*sin(c*w*t - n*pi/2))", "(al + at)/2*exp(i*c*s*w*t) + (-1)^n*(al - at)/2*exp(-i*c*s*w*t)",
      "(al + at)/2*exp(i*c*s*w*t) + (al - at)/2*exp(-i*c*s*w*t)", "(al - at)/2*exp(i*c*s*w*t) + (-1)^n*(al + at)/2*exp(-i*c*s*w*t)", "(al + at)*exp(i*c*s*w*t) + (-1)^n*(al - at)*exp(-i*c*s*w*t)", "(al + at)/2*exp(i*c*w*t) + (-1)^n*(al - at)/2*exp(-i*c*w*t)"],
    ["exp(i*s*pi/2)", "i*s", "i", "-i*s"],
    ["sum(exp(i*s*n*pi/2), n, 1, 4)", "0", "4", "1"],
    ["sum(exp(i*s*n*pi/2)*exp(-i*s*n*pi/2), n, 1, 4)/4", "1", "0", "4"],
    ["exp(i*pi*(n + m))*exp(i*pi*(n - m))", "1", "(-1)^m", "-1"],
    ["cos(n*pi/2)^2 + sin(n*pi/2)^2", "1", "(-1)^n", "0"],
    ["exp(i*(w*t - n*pi/2)) + exp(-i*(w*t - n*pi/2))", "2*cos(w*t - n*pi/2)", "2*cos(w*t + n*pi/2)", "cos(w*t - n*pi/2)"],
    ["((D - h*w)*exp(i*(c*w*t - n*pi/2)) + (D + h*w)*exp(-i*(c*w*t - n*pi/2)))/D", "2*cos(c*w*t - n*pi/2) - 2*i*h*w/D*sin(c*w*t - n*pi/2)", "2*cos(c*w*t - n*pi/2) + 2*i*h*w/D*sin(c*w*t - n*pi/2)", "2*cos(c*w*t - n*pi/2) - 2*i*h*w/D*cos(c*w*t - n*pi/2)"],
    ["exp(-i*pi/2)", "-i", "i", "1"],
    ["exp(i*pi/4)", "(1 + i)/sqrt(2)", "(1 - i)/sqrt(2)", "(1 + i)/2"],
    ["exp(2*pi*i/3) + exp(-2*pi*i/3)", "-1", "1", "-sqrt(3)"],
    ["c*exp(i*(1 - c)*pi/2)", "1", "c", "-1"],
  ]),
  ...group("complex-response", "om,D,w,h real; eta,tau,g positive; c=±1", [
    ["re(1/(om - i*eta))", "om/(om^2 + eta^2)", "om/(om^2 - eta^2)", "eta/(om^2 + eta^2)", "-om/(om^2 + eta^2)"],
    ["im(1/(om - i*eta))", "eta/(om^2 + eta^2)", "-eta/(om^2 + eta^2)", "om/(om^2 + eta^2)"],
    ["abs(1/(1/tau + i*(D - c*w)))^2", "1/((D - c*w)^2 + 1/tau^2)", "1/((D + c*w)^2 + 1/tau^2)", "1/((D - c*w)^2 - 1/tau^2)", "tau^2/((D - c*w)^2 + 1)"],
    ["1/(om + i*eta) - 1/(om - i*eta)", "-2*i*eta/(om^2 + eta^2)", "2*i*eta/(om^2 + eta^2)", "-2*eta/(om^2 + eta^2)"],
    ["1/(1/tau - i*w) + 1/(1/tau + i*w)", "2*tau/(1 + w^2*tau^2)", "2*tau/(1 - w^2*tau^2)", "tau/(1 + w^2*tau^2)"],
    ["conj(1/(D - w - i*eta))", "1/(D - w + i*eta)", "1/(D - w - i*eta)", "1/(D + w + i*eta)"],
    ["abs((D + i*g)/(D - i*g))", "1", "-1", "D^2 + g^2"],
    ["abs(1/(i*h)*(1/(1/tau + i*w) + 1/(1/tau - i*w)))^2*h^2", "4/(tau^2*(w^2 + 1/tau^2)^2)", "4/(tau^2*(w^2 + 1/tau^2))", "2/(tau^2*(w^2 + 1/tau^2)^2)"],
    ["eta/((om - D)^2 + eta^2) - eta/((om + D)^2 + eta^2)", "4*eta*om*D/(((om - D)^2 + eta^2)*((om + D)^2 + eta^2))", "2*eta*om*D/(((om - D)^2 + eta^2)*((om + D)^2 + eta^2))", "-4*eta*om*D/(((om - D)^2 + eta^2)*((om + D)^2 + eta^2))"],
    ["1/(D^2 - (om + i*eta)^2)", "(1/(D - om - i*eta) + 1/(D + om + i*eta))/(2*D)", "(1/(D - om - i*eta) - 1/(D + om + i*eta))/(2*D)", "(1/(D - om - i*eta) + 1/(D + om + i*eta))/D"],
  ]),
  ...group("thermal", "B,E,T,mu real; x real", [
    ["1/(exp(B*E) - 1) - 1/(exp(B*E) + 1)", "2/(exp(2*B*E) - 1)", "1/(exp(2*B*E) - 1)", "2/(exp(2*B*E) + 1)"],
    ["tanh(x/2)", "1 - 2/(exp(x) + 1)", "1 + 2/(exp(x) + 1)", "1 - 1/(exp(x) + 1)"],
    ["coth(x)", "1 + 2/(exp(2*x) - 1)", "1 - 2/(exp(2*x) - 1)", "1 + 2/(exp(x) - 1)"],
    ["1/(exp(x) + 1) + 1/(exp(-x) + 1)", "1", "0", "2"],
    ["1/(exp(x) + 1)*(1 - 1/(exp(x) + 1))", "1/(4*cosh(x/2)^2)", "1/(4*sinh(x/2)^2)", "1/(2*cosh(x/2)^2)"],
    ["diff(1/(exp(x) + 1), x)", "-1/(4*cosh(x/2)^2)", "1/(4*cosh(x/2)^2)", "-1/(4*sinh(x/2)^2)"],
    ["1/(exp(x) - 1) + 1/(exp(-x) - 1)", "-1", "1", "0"],
    ["diff(1/(exp(B*(E - mu)) - 1), E)", "-B/(4*sinh(B*(E - mu)/2)^2)", "B/(4*sinh(B*(E - mu)/2)^2)", "-B/(4*cosh(B*(E - mu)/2)^2)"],
    ["cosh(x)^2 - sinh(x)^2", "1", "-1", "cosh(2*x)"],
    ["tanh(2*x)", "2*tanh(x)/(1 + tanh(x)^2)", "2*tanh(x)/(1 - tanh(x)^2)", "tanh(x)/(1 + tanh(x)^2)"],
  ]),
  ...group("logarithms-and-powers", "a,b,r positive; n integer; x,y real; x,y nonzero", [
    ["log(a*b)", "log(a) + log(b)", "log(a) - log(b)", "log(a)*log(b)"],
    ["log(a^2/b)", "2*log(a) - log(b)", "2*log(a) + log(b)", "log(a) - log(b)"],
    ["exp(3*log(a))", "a^3", "3*a", "a^2"],
    ["x^n*x^(2*n)", "x^(3*n)", "x^(2*n)", "x^(n + 2)"],
    ["(x*y)^n", "x^n*y^n", "x^n + y^n", "x*y^n"],
    ["diff(a*log(a) - a, a)", "log(a)", "log(a) + 1", "1/a"],
    ["log(8)/log(2)", "3", "2", "4"],
    ["diff(r^a, r)", "a*r^a/r", "r^a/r", "a*r^a"],
  ]),
  ...group("matrices-written-out", "D,E,u,v real; E,v nonzero; z complex", [
    ["(u*v - v*u)*E", "0", "E", "2*u*v*E"],
    ["z*conj(z)", "abs(z)^2", "z^2", "abs(z)"],
    ["(z + conj(z))/2", "re(z)", "im(z)", "z"],
    ["abs(u + i*v)^2", "u^2 + v^2", "u^2 - v^2", "(u + v)^2"],
    ["re(conj(z)*i*z)", "0", "abs(z)^2", "1"],
    ["im(conj(u + i*v)*(v - i*u))", "-(u^2 + v^2)", "u^2 + v^2", "u^2 - v^2"],
  ]),
];
