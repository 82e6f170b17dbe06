// One instruction on eight numbers each. Swift's own SIMD8<Double> is computed lane by lane and the optimiser puts
// only pieces of it together again (Swift 6.3: normal quantiles took 1.6 times as long); of integers it is only
// comparing whole vectors that goes lane by lane.
// Each operation rounds for itself: nothing here may be contracted into a fused one.
#ifndef CVECTORS_H
#define CVECTORS_H

#pragma clang fp contract(off)

typedef double lanes_real __attribute__((ext_vector_type(8)));
typedef long lanes_mask __attribute__((ext_vector_type(8)));

#define LANES static inline __attribute__((always_inline, const))

LANES lanes_real lanes_add(lanes_real a, lanes_real b) { return a + b; }
LANES lanes_real lanes_subtract(lanes_real a, lanes_real b) { return a - b; }
LANES lanes_real lanes_multiply(lanes_real a, lanes_real b) { return a * b; }
LANES lanes_real lanes_divide(lanes_real a, lanes_real b) { return a / b; }
LANES lanes_real lanes_square_root(lanes_real a) { return __builtin_elementwise_sqrt(a); }
LANES lanes_real lanes_down(lanes_real a) { return __builtin_elementwise_floor(a); }
LANES lanes_real lanes_nearest(lanes_real a) { return __builtin_elementwise_round(a); }
LANES lanes_mask lanes_less(lanes_real a, lanes_real b) { return a < b; }
LANES lanes_mask lanes_at_most(lanes_real a, lanes_real b) { return a <= b; }
LANES lanes_mask lanes_equal(lanes_real a, lanes_real b) { return a == b; }
LANES long lanes_any(lanes_mask a) { return __builtin_reduce_or(a); }
LANES long lanes_all(lanes_mask a) { return __builtin_reduce_and(a); }
LANES lanes_real lanes_select(lanes_mask mask, lanes_real yes, lanes_real no) {
  return (lanes_real)((mask & (lanes_mask)yes) | (~mask & (lanes_mask)no));
}

#undef LANES
#endif
