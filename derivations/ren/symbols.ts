/**
 * # Letters of the paper
 *
 * In the paper's own notation. k is a wave vector, so v_F is an energy times a length and ζ an energy per length; the lattice model of graphene
 * sets a₀ = 1 and has letters of its own for that. The parameters k_x, k_y, u_x, u_y have this order throughout. Currents, moments and charges
 * per wave vector stand for the integrands of ∫ dk/(2π)².
 */
import { dim, dimension, notation, symbols } from "../../symbolic/index.ts";

const xy = { "1": "x", "2": "y" };
const coordinates = { "1": "k_x", "2": "k_y", "3": "r_x", "4": "r_y", "5": "u_x", "6": "u_y" };
const chargeVelocity = dimension({ current: 1, length: 1 });
const energyLength = dimension({ mass: 1, length: 3, time: -2 });

export const letters = symbols({
  ħ: { ascii: "hbar", latex: "\\hbar", dimension: dim.action, assume: "positive", meaning: "reduced Planck constant" },
  e: { latex: "e", dimension: dim.charge, assume: "positive", meaning: "elementary charge; the electron has −e" },
  m1: { ascii: "m_1", latex: "m_1", dimension: dim.mass, assume: "positive", meaning: "mass of the representative ion" },
  L1: { ascii: "L_1", latex: "L_1", dimension: dim.angularMomentum, assume: "real", meaning: "averaged angular momentum of the representative ion" },
  T: { latex: "T", dimension: dim.time, assume: "positive", meaning: "period of the phonon" },
  t: { latex: "t", dimension: dim.time, assume: "real", meaning: "time" },
  r: { latex: "r_y", dimension: dim.length, assume: "real", meaning: "coordinate in the plane, along y" },

  // Displacement.
  ux: { ascii: "u_x", latex: "u_x", dimension: dim.length, assume: "real", meaning: "displacement along x" },
  uy: { ascii: "u_y", latex: "u_y", dimension: dim.length, assume: "real", meaning: "displacement along y" },
  V: { ascii: "udot", latex: "\\dot u_{#1}", arguments: "index", labels: [xy], dimension: dim.velocity, assume: "real", meaning: "velocity of a component of the displacement" },
  X: { ascii: "x_of_t", latex: "u_x", arguments: "function", dimension: dim.length, assume: "real", meaning: "displacement along x at a time" },
  Y: { ascii: "y_of_t", latex: "u_y", arguments: "function", dimension: dim.length, assume: "real", meaning: "displacement along y at a time" },
  a: { latex: "a", dimension: dim.length, assume: "positive", meaning: "amplitude of the displacement" },
  ω: { ascii: "omega", latex: "\\omega", dimension: dim.frequency, assume: "positive", meaning: "angular frequency of the phonon" },
  χ: { ascii: "chi", latex: "\\chi", dimension: dim.number, assume: "real", meaning: "direction of a linear vibration" },
  s: { latex: "s", dimension: dim.length, assume: "positive", meaning: "distance from the centre of the orbit" },

  // Berry curvatures of numbered parameters: 1, 2 wave vector, 3, 4 coordinate, 5, 6 displacement.
  α: { ascii: "alpha", latex: "\\alpha", dimension: dim.number, assume: "integer", meaning: "number of a parameter" },
  β: { ascii: "beta", latex: "\\beta", dimension: dim.number, assume: "integer", meaning: "number of a parameter" },
  γ: { ascii: "gamma", latex: "\\gamma", dimension: dim.number, assume: "integer", meaning: "number of a parameter" },
  δ: { ascii: "delta", latex: "\\delta", dimension: dim.number, assume: "integer", meaning: "number of a parameter" },
  Ω: { ascii: "Omega", latex: "\\Omega_{#1#2}", arguments: "index", arity: 2, labels: [coordinates, coordinates], assume: "real", meaning: "Berry curvature of two parameters" },
  Ω4: { ascii: "Omega_4", latex: "\\Omega_{#1#2#3#4}", arguments: "index", arity: 4, labels: [coordinates, coordinates, coordinates, coordinates], assume: "real", meaning: "second Chern form of four parameters" },
  dA: { ascii: "dA", latex: "(\\partial_{#1}A_{#2})", arguments: "index", arity: 2, labels: [coordinates, coordinates], assume: "real", meaning: "derivative of a component of the Berry connection" },
  A: { latex: "A_{#1}", arguments: "index", labels: [coordinates], assume: "real", meaning: "Berry connection" },

  // The same with names and dimensions, at u = 0.
  Ωkk: { ascii: "Omega_kxky", latex: "\\Omega_{k_xk_y}", dimension: dim.area, assume: "real", meaning: "Berry curvature in the plane of wave vectors" },
  Ωuu: { ascii: "Omega_uxuy", latex: "\\Omega_{u_xu_y}", dimension: dim.inverseArea, assume: "real", meaning: "Berry curvature in the plane of displacements" },
  Ωku: { ascii: "Omega_ku", latex: "\\Omega_{k_{#1}u_{#2}}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "Berry curvature of a wave vector and a displacement" },
  C: { ascii: "C_2", latex: "\\Omega_{k_xk_yu_xu_y}", dimension: dim.number, assume: "real", meaning: "second Chern form" },
  TrC: { ascii: "Tr_C_2", latex: "\\mathrm{Tr}\\,\\Omega_{k_xk_yu_xu_y}", dimension: dim.number, assume: "real", meaning: "trace of the second Chern form over the occupied bands" },
  Cr: { ascii: "C_2_of_r", latex: "\\Omega_{k_xk_yu_xu_y}", arguments: "function", dimension: dim.number, assume: "real", meaning: "second Chern form as a function of the coordinate y" },
  Ωkk_: { ascii: "Omega_kxky_reversed", latex: "\\Omega_{k_xk_y}(-\\mathbf{k})", dimension: dim.area, assume: "real", meaning: "Berry curvature at −k" },
  Ωuu_: { ascii: "Omega_uxuy_reversed", latex: "\\Omega_{u_xu_y}(-\\mathbf{k})", dimension: dim.inverseArea, assume: "real", meaning: "Berry curvature at −k" },
  Ωku_: { ascii: "Omega_ku_reversed", latex: "\\Omega_{k_{#1}u_{#2}}(-\\mathbf{k})", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "Berry curvature at −k" },
  C_: { ascii: "C_2_reversed", latex: "\\Omega_{k_xk_yu_xu_y}(-\\mathbf{k})", dimension: dim.number, assume: "real", meaning: "second Chern form at −k" },

  // Current and magnetization of the film.
  jtot: { ascii: "j_x", latex: "j_x", arguments: "function", arity: 2, dimension: dimension({ current: 1, length: -1 }), assume: "real", meaning: "bound current density along x, at a coordinate y and a time" },
  Pol: { ascii: "P_x", latex: "P_x", arguments: "function", arity: 2, dimension: dimension({ current: 1, time: 1, length: -1 }), assume: "real", meaning: "polarization along x, at a coordinate y and a time" },
  Mz: { ascii: "M_of_r", latex: "M_z", arguments: "function", arity: 2, dimension: dim.current, assume: "real", meaning: "magnetization, at a coordinate y and a time" },
  Dv: { ascii: "Dv", latex: "D\\dot r_{#1}", arguments: "index", labels: [xy], assume: "real", meaning: "density of states times the velocity of a wave packet" },
  j: { ascii: "j_2", latex: "j^{(2)}_{#1}", arguments: "index", labels: [xy], assume: "real", meaning: "second-order current of a wave vector" },
  Fu: { ascii: "F_u", latex: "\\Omega_{k_xk_yr_yu_{#1}}", arguments: "index", labels: [xy], dimension: dim.number, assume: "real", meaning: "second Chern form of k_x, k_y, r_y and a displacement, at finite u" },
  F0: { ascii: "F_0", latex: "\\Omega_{k_xk_yr_yu_{#1}}|_0", arguments: "index", labels: [xy], dimension: dim.number, assume: "real", meaning: "the same at u = 0" },
  G1: { ascii: "G_1", latex: "(\\partial_{u_{#1}}\\Omega_{k_xk_yr_yu_{#2}})_0", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.inverseLength, assume: "real", meaning: "its first derivative by a displacement, at u = 0" },
  G2: { ascii: "G_2", latex: "(\\partial_{u_{#1}}\\partial_{u_{#2}}\\Omega_{k_xk_yr_yu_{#3}})_0", arguments: "index", arity: 3, labels: [xy, xy, xy], dimension: dim.inverseArea, assume: "real", meaning: "its second derivative, at u = 0" },
  j1: { ascii: "j_k", latex: "j^{(2)}_{x}", dimension: chargeVelocity, assume: "real", meaning: "second-order current of a wave vector along x" },
  mk: { ascii: "m_k", latex: "M_z", dimension: dim.magneticMoment, assume: "real", meaning: "magnetization per wave vector" },
  mN: { ascii: "m_k_bands", latex: "M_z", dimension: dim.magneticMoment, assume: "real", meaning: "magnetization per wave vector with several occupied bands" },

  // Charge, orbit, energy.
  Qs: { ascii: "Q_star", latex: "Q^*_{#1#2}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.charge, assume: "real", meaning: "Born effective charge per wave vector" },
  dP: { ascii: "dP_du", latex: "\\partial_{u_{#2}}P_{#1}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.charge, assume: "real", meaning: "change of the polarization with the displacement, per wave vector" },
  AI: { ascii: "A_I", latex: "\\int\\partial_{u_{#2}}A_{k_{#1}}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "zone average of ∂_{u_j}A_{k_i}" },
  AK: { ascii: "A_K", latex: "\\int\\partial_{k_{#1}}A_{u_{#2}}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "zone average of ∂_{k_i}A_{u_j}" },
  ΩI: { ascii: "Omega_I", latex: "\\int\\Omega_{k_{#1}u_{#2}}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "zone average of Ω_{k_iu_j}" },
  d: { latex: "d_{#1}", arguments: "index", labels: [xy], dimension: dim.length, assume: "real", meaning: "deflection of a wave packet" },
  ddot: { ascii: "d_dot", latex: "\\dot d_{#1}", arguments: "index", labels: [xy], dimension: dim.velocity, assume: "real", meaning: "its velocity" },
  W: { ascii: "u_component", latex: "u_{#1}", arguments: "index", labels: [xy], dimension: dim.length, assume: "real", meaning: "component of the displacement" },
  Z: { latex: "Z", dimension: dim.number, assume: ["integer", "positive"], meaning: "number of electrons of an atom, that is of its occupied bands" },
  mat: { ascii: "m_atom", latex: "m_{\\mathrm{atom}}", dimension: dim.magneticMoment, assume: "real", meaning: "moment of an atom in circular motion, ion and electrons" },
  B: { latex: "B", dimension: dim.magneticField, assume: "real", meaning: "magnetic field" },
  Fk: { ascii: "F_k", latex: "F_{\\mathbf{k}}", arguments: "function", dimension: dim.energy, assume: "real", meaning: "grand potential of a wave vector as a function of the field" },
  Ek: { ascii: "E_k", latex: "E", dimension: dim.energy, assume: "real", meaning: "band energy" },
  μ: { ascii: "mu", latex: "\\mu", dimension: dim.energy, assume: "real", meaning: "chemical potential" },
  ms: { ascii: "m_self", latex: "m", dimension: dim.magneticMoment, assume: "real", meaning: "orbital moment of the self-rotation of a wave packet" },
  mB: { ascii: "M_k", latex: "M", dimension: dim.magneticMoment, assume: "real", meaning: "orbital magnetization per wave vector" },
  δE: { ascii: "delta_E", latex: "\\delta E", dimension: dim.energy, assume: "real", meaning: "correction of the energy by the geometrical phase" },
  δm: { ascii: "delta_M", latex: "\\delta M", dimension: dim.magneticMoment, assume: "real", meaning: "change of the magnetization per wave vector by δE" },
  η: { ascii: "eta", latex: "\\eta", dimension: dim.number, assume: "real", meaning: "geometrical phase" },
  Su: { ascii: "S_u", latex: "S_u", dimension: dim.area, assume: "real", meaning: "area swept by u in a period" },
  g2: { ascii: "g_2", latex: "(\\nabla_u^2\\Omega_{u_xu_y})_0", dimension: dimension({ length: -4 }), assume: "real", meaning: "Laplacian of the curvature" },

  // Gapped graphene on the lattice, lengths in units of a₀ as below Eq. (7).
  t0: { ascii: "t_0", latex: "t_0", dimension: dim.energy, assume: "positive", meaning: "hopping energy at equilibrium" },
  λ: { ascii: "lambda", latex: "\\lambda", dimension: dim.number, assume: "positive", meaning: "decay of the hopping with the bond length" },
  thop: { ascii: "t_hop", latex: "t", arguments: "function", dimension: dim.energy, assume: "real", meaning: "hopping energy at a bond length, in units of a₀" },
  ab: { ascii: "a_bond", latex: "a", dimension: dim.number, assume: "real", meaning: "bond length in units of a₀" },
  bond: { ascii: "b", latex: "b", dimension: dim.number, assume: "integer", meaning: "number of the bond from B to A, at the angle π/2 + 2πb/3" },
  cell: { ascii: "c", latex: "c", dimension: dim.number, assume: "integer", meaning: "number of the cell in the √3 × √3 superlattice; K·R_A = 2πc/3" },
  z: { latex: "z", dimension: dim.number, assume: "real", meaning: "fraction of the displacement" },
  qx: { ascii: "q_x", latex: "k_x", dimension: dim.number, assume: "real", meaning: "wave vector from K, in units of 1/a₀" },
  qy: { ascii: "q_y", latex: "k_y", dimension: dim.number, assume: "real", meaning: "wave vector from K, in units of 1/a₀" },
  wx: { ascii: "w_x", latex: "u_x", dimension: dim.number, assume: "real", meaning: "displacement in units of a₀" },
  wy: { ascii: "w_y", latex: "u_y", dimension: dim.number, assume: "real", meaning: "displacement in units of a₀" },
  vFa: { ascii: "v_F_lattice", latex: "v_F", dimension: dim.energy, assume: ["real", "nonzero"], meaning: "Fermi velocity, with a₀ = ħ = 1" },
  ζa: { ascii: "zeta_lattice", latex: "\\zeta", dimension: dim.energy, assume: ["real", "nonzero"], meaning: "coupling to the displacement, with a₀ = 1" },
  H7: { ascii: "H_7", latex: "(H_{\\mathrm{eff}})_{#1#2}", arguments: "index", arity: 2, dimension: dim.energy, meaning: "element of the effective Hamiltonian of graphene" },

  // Continuum models.
  kx: { ascii: "k_x", latex: "k_x", dimension: dim.inverseLength, assume: "real", meaning: "wave vector along x" },
  ky: { ascii: "k_y", latex: "k_y", dimension: dim.inverseLength, assume: "real", meaning: "wave vector along y" },
  k: { latex: "k", dimension: dim.inverseLength, assume: "positive", meaning: "magnitude of the wave vector in the plane" },
  kz: { ascii: "k_z", latex: "k_z", dimension: dim.inverseLength, assume: "real", meaning: "wave vector along z" },
  Δ: { ascii: "Delta", latex: "\\Delta", dimension: dim.energy, assume: ["real", "nonzero"], meaning: "mass term" },
  vF: { ascii: "v_F", latex: "v_F", dimension: energyLength, assume: ["real", "nonzero"], meaning: "Fermi velocity times ħ" },
  ζ: { ascii: "zeta", latex: "\\zeta", dimension: dim.force, assume: ["real", "nonzero"], meaning: "coupling to the displacement" },
  Hq: { ascii: "H_q", latex: "(\\mathbf{q}\\cdot\\mathbf{\\Gamma})_{#1#2}", arguments: "index", arity: 2, dimension: dim.energy, meaning: "element of q·Γ" },
  Γ: { ascii: "Gamma", latex: "(\\Gamma_{#1})_{#2#3}", arguments: "index", arity: 3, dimension: dim.number, meaning: "element of a Dirac matrix" },
  χE: { ascii: "char_7", latex: "\\det(H-E)", arguments: "function", dimension: dimension({ mass: 4, length: 8, time: -8 }), meaning: "characteristic polynomial of Eq. (7) at u = 0" },
  Eb: { ascii: "E_band", latex: "E", dimension: dim.energy, assume: "real", meaning: "energy" },
  Eph: { ascii: "E_ph", latex: "E_{ph}", dimension: dim.energy, assume: "positive", meaning: "energy of the phonon" },
  a0: { ascii: "a_0", latex: "a_0", dimension: dim.length, assume: "positive", meaning: "equilibrium bond length" },

  // What the models give at u = 0, per wave vector and integrated over k_x and k_y.
  C7: { ascii: "C_7", latex: "\\mathrm{Tr}\\,\\Omega_{k_xk_yu_xu_y}", arguments: "function", arity: 2, dimension: dim.number, assume: "real", meaning: "trace of the second Chern form of graphene at u = 0, as a function of k_x, k_y" },
  nt7: { ascii: "nt_7", latex: "-(\\partial_{u_x}F_{u_y}-\\partial_{u_y}F_{u_x})", arguments: "function", arity: 2, dimension: dim.number, assume: "real", meaning: "nontopological part beside the second Chern form of graphene at u = 0" },
  O7: { ascii: "Omega_7", latex: "\\mathrm{Tr}\\,\\Omega_{k_{#1}u_{#2}}", arguments: "index", arity: 2, labels: [xy, xy], dimension: dim.number, assume: "real", meaning: "trace of the curvature of a wave vector and a displacement, graphene at u = 0" },
  B7: { ascii: "born_7", latex: "\\mathrm{Tr}(\\Omega_{k_xu_y}\\Omega_{k_yu_x}-\\Omega_{k_xu_x}\\Omega_{k_yu_y})", dimension: dim.number, assume: "real", meaning: "what the wave packet charges contribute to the second Chern form of graphene at u = 0" },
  Kv: { ascii: "Omega_valley_k", latex: "\\Omega^{#1}_{k_xk_y}", arguments: "index", labels: [{ "1": "K", "-1": "K'" }], dimension: dim.area, assume: "real", meaning: "curvature in the plane of wave vectors of the occupied band of a valley" },
  Uv: { ascii: "Omega_valley_u", latex: "\\Omega^{#1}_{u_xu_y}", arguments: "index", labels: [{ "1": "K", "-1": "K'" }], dimension: dim.inverseArea, assume: "real", meaning: "curvature in the plane of displacements of the occupied band of a valley" },
  I7: { ascii: "I_7", latex: "\\int\\frac{d\\mathbf{k}}{(2\\pi)^2}\\mathrm{Tr}\\,\\Omega_{k_xk_yu_xu_y}", dimension: dim.inverseArea, assume: "real", meaning: "integral of the second Chern form of graphene at u = 0; the moment per area is (e/2m₁)L₁ times it" },
  Q4: { ascii: "Q_4", latex: "Q", dimension: dim.number, assume: "real", meaning: "integral of the second Chern form of the lower bands over the unit four-sphere, divided by 4π²" },
  θ: { ascii: "theta", latex: "\\theta", dimension: dim.number, assume: "real", meaning: "polar angle on the four-sphere" },
  Ms: { ascii: "M_spins", latex: "M", dimension: dim.magneticMoment, assume: "real", meaning: "moment with both spin sectors" },
  Mu: { ascii: "M_spin", latex: "M_{#1}", arguments: "index", labels: [{ "1": "\\uparrow", "-1": "\\downarrow" }], dimension: dim.magneticMoment, assume: "nonzero", meaning: "moment of a spin sector" },
  M1: { ascii: "M_1", latex: "M_1", dimension: dim.magneticMoment, assume: "nonzero", meaning: "moment of either spin sector" },
  ρλ: { ascii: "rho_lambda", latex: "M_{\\lambda=3}/M_{\\lambda=1}", dimension: dim.number, assume: "real", meaning: "moment for λ = 3 over that for λ = 1" },
  R7: { ascii: "R_7", latex: "M/(e\\hbar/2m_1)", dimension: dim.number, assume: "real", meaning: "moment of a chiral phonon of graphene in atomic magnetons, for N L₁ = ħ" },

  // Bulk materials.
  H8: { ascii: "H_8", latex: "(H_{\\mathrm{SM}})_{#1#2}", arguments: "index", arity: 2, dimension: dim.energy, meaning: "element of the Hamiltonian of Eq. (8)" },
  T2: { ascii: "T_squared", latex: "\\mathcal{T}^2", dimension: dim.number, assume: "sign", meaning: "square of time reversal: +1 without, −1 with spin" },
  Hc: { ascii: "H_c", latex: "H_{#1#2}", arguments: "index", arity: 2, dimension: dim.energy, meaning: "element of the coupling between the k blocks" },
  sp: { ascii: "spin", latex: "s_{#1}", arguments: "index", dimension: dim.number, assume: "real", meaning: "spin of a state of the basis, in units of ħ" },
  ε0: { ascii: "epsilon_0", latex: "\\varepsilon_0", arguments: "function", dimension: dim.energy, assume: "real", meaning: "mean energy as a function of k_z" },
  ε00: { ascii: "epsilon_00", latex: "\\varepsilon_0", dimension: dim.energy, assume: "real", meaning: "its value at k_z = 0" },
  ε1: { ascii: "epsilon_1", latex: "\\varepsilon_1", dimension: dimension({ mass: 1, length: 4, time: -2 }), assume: "real", meaning: "its curvature along k_z" },
  Δz: { ascii: "Delta_z", latex: "\\Delta", arguments: "function", dimension: dim.energy, assume: "real", meaning: "mass term as a function of k_z" },
  Δ0: { ascii: "Delta_0", latex: "\\Delta_0", dimension: dim.energy, assume: "negative", meaning: "mass term of the semiconductor at k_z = 0" },
  Δp: { ascii: "Delta_0p", latex: "\\Delta_0", dimension: dim.energy, assume: "positive", meaning: "mass term of the semimetal at k_z = 0" },
  Δ1: { ascii: "Delta_1", latex: "\\Delta_1", dimension: dimension({ mass: 1, length: 4, time: -2 }), assume: "positive", meaning: "curvature of the mass term along k_z" },
  Ep: { ascii: "E_p", latex: "E_p", dimension: dim.energy, assume: "positive", meaning: "energy of the phonon" },
  C8: { ascii: "C_8", latex: "\\mathrm{Tr}\\,\\Omega_{k_xk_yu_xu_y}", arguments: "function", arity: 3, dimension: dim.number, assume: "real", meaning: "trace of the second Chern form of Eq. (8) at u = 0, as a function of k_x, k_y, Δ" },
  nt8: { ascii: "nt_8", latex: "-(\\partial_{u_x}F_{u_y}-\\partial_{u_y}F_{u_x})", arguments: "function", arity: 3, dimension: dim.number, assume: "real", meaning: "nontopological part beside the second Chern form of Eq. (8) at u = 0, as a function of k_x, k_y, Δ" },
  I8: { ascii: "I_8", latex: "\\int\\frac{d\\mathbf{k}}{(2\\pi)^2}\\mathrm{Tr}\\,\\Omega_{k_xk_yu_xu_y}", arguments: "function", dimension: dim.inverseArea, assume: "real", meaning: "integral of the second Chern form of Eq. (8) at u = 0 and a k_z" },
  J8: { ascii: "J_8", latex: "\\int\\frac{d\\mathbf{k}}{(2\\pi)^2}[-(\\partial_{u_x}F_{u_y}-\\partial_{u_y}F_{u_x})]", arguments: "function", dimension: dim.inverseArea, assume: "real", meaning: "integral of the nontopological part of Eq. (8) at u = 0 and a k_z" },
  m8: { ascii: "m_8", latex: "M_z(k_z)", arguments: "function", dimension: dimension({ current: 1 }), assume: "real", meaning: "magnetization of the layer of a k_z" },
  N: { latex: "N", dimension: dim.number, assume: "positive", meaning: "number of unit cells" },
  Vu: { ascii: "V_u", latex: "V_u", dimension: dim.volume, assume: "positive", meaning: "volume of the unit cell" },
  M8: { ascii: "M_8", latex: "M", dimension: dim.magneticMoment, assume: "real", meaning: "moment of the phonon in the semiconductor" },
  R8: { ascii: "R_8", latex: "M/(eNL_1/2m_1)", dimension: dim.number, assume: "real", meaning: "moment of the phonon in atomic magnetons" },
  g8: { ascii: "g_8", latex: "M_{\\Delta_0>0}/|M_{\\Delta_0<0}|", dimension: dim.number, assume: "real", meaning: "moment of the semimetal over the magnitude of that of the semiconductor with the opposite Δ₀" },
  y: { latex: "y", dimension: dim.number, assume: "real", meaning: "variable of integration in the place of k_z" },
  yi: { ascii: "y_i", latex: "y_i", dimension: dim.number, assume: "real", meaning: "its value at the cutoff between the Dirac points" },
  yo: { ascii: "y_o", latex: "y_o", dimension: dim.number, assume: "real", meaning: "its value at the cutoff beyond the Dirac points" },
  Dn: { ascii: "Delta_abs", latex: "|\\Delta|", dimension: dim.energy, assume: "positive", meaning: "magnitude of the mass term" },
  ε: { ascii: "epsilon", latex: "\\epsilon", dimension: dim.number, assume: "positive", meaning: "E_p/2Δ₀" },
  ℓ: { ascii: "log_epsilon", latex: "\\ln\\epsilon", dimension: dim.number, assume: "real", meaning: "logarithm of E_p/2Δ₀" },
  kTI: { ascii: "k_TI", latex: "\\kappa", dimension: dim.magneticMoment, assume: ["real", "nonzero"], meaning: "moment of a topological insulator" },
  MTI: { ascii: "M_TI", latex: "M_{#1}", arguments: "index", labels: [{ "1": "\\mathrm{strong}", "-1": "\\mathrm{weak}" }], dimension: dim.magneticMoment, assume: "real", meaning: "moment of a strong or weak topological insulator" },
  Mexp: { ascii: "M_exp", latex: "M_{\\mathrm{exp}}", dimension: dim.magneticMoment, assume: "real", meaning: "measured moment" },
  mI: { ascii: "m_I", latex: "m_I", dimension: dim.mass, assume: "positive", meaning: "mass of the ion" },
  Lp: { ascii: "L", latex: "L", dimension: dim.angularMomentum, assume: "positive", meaning: "angular momentum of the phonon" },
  qB: { ascii: "Q_star_scalar", latex: "Q^*", dimension: dim.charge, assume: "positive", meaning: "Born effective charge" },

  // Perturbation theory of the occupied projector: two occupied states 1, 2 and two empty states 3, 4.
  n: { latex: "n", dimension: dim.number, assume: "integer", meaning: "number of an occupied state" },
  m: { latex: "m", dimension: dim.number, assume: "integer", meaning: "number of an occupied state" },
  n_: { ascii: "n_prime", latex: "n'", dimension: dim.number, assume: "integer", meaning: "number of an empty state" },
  m_: { ascii: "m_prime", latex: "m'", dimension: dim.number, assume: "integer", meaning: "number of an empty state" },
  E: { latex: "E", arguments: "index", dimension: dim.energy, assume: "real", meaning: "energy of a state" },
  vx: { ascii: "v_x", latex: "(v_{#1#2})_x", arguments: "index", arity: 2, dimension: energyLength, meaning: "matrix element of ∂H/∂k_x" },
  vy: { ascii: "v_y", latex: "(v_{#1#2})_y", arguments: "index", arity: 2, dimension: energyLength, meaning: "matrix element of ∂H/∂k_y" },
  h: { ascii: "h_i", latex: "\\langle #1|\\partial_{u_i}H|#2\\rangle", arguments: "index", arity: 2, dimension: dim.force, meaning: "matrix element of ∂H/∂u_i" },
  P1: { ascii: "P_1", latex: "P^{(1)}_{#1#2}", arguments: "index", arity: 2, dimension: dim.area, meaning: "first-order change of the occupied projector with the flux −eB/ħ" },
  Fi: { ascii: "F_i", latex: "F_{u_i}^{nn'}", dimension: dim.length, meaning: "what a pair of an occupied and an empty state contributes to F of Eq. (6) per wave vector, before the real part is taken" },
  Fx: { ascii: "F_x", latex: "F_{u_x}", arguments: "function", arity: 2, dimension: dim.length, assume: "real", meaning: "F of Eq. (6) for u_x, as a function of the displacement" },
  Fy: { ascii: "F_y", latex: "F_{u_y}", arguments: "function", arity: 2, dimension: dim.length, assume: "real", meaning: "F of Eq. (6) for u_y, as a function of the displacement" },
  Gθ: { ascii: "G_theta", latex: "\\partial_\\theta G", dimension: dim.number, assume: "real", meaning: "change of the curvature Ω_{u_xu_y} with the flux θ = −eB/ħ by the mixing of occupied and empty states, per wave vector" },
  mnt: { ascii: "m_nt", latex: "M_z^{nt}", dimension: dim.magneticMoment, assume: "real", meaning: "nontopological moment per wave vector" },
});

export const { ex, eq, latexNotation } = notation(letters, {
  patterns: { "\\Omega_{\\alpha\\beta\\gamma\\delta}": "Ω4[α, β, γ, δ]" },
});
