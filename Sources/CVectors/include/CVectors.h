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
// Bit k: whether lane k says yes. As a vector of bits it is three instructions, by reduction a dozen.
LANES unsigned char lanes_bits(lanes_mask mask) {
  typedef _Bool lanes_bools __attribute__((ext_vector_type(8)));
  lanes_bools yes = __builtin_convertvector(mask < 0, lanes_bools);
  unsigned char bits;
  __builtin_memcpy(&bits, &yes, 1);
  return bits;
}
LANES lanes_real lanes_select(lanes_mask mask, lanes_real yes, lanes_real no) {
  return (lanes_real)((mask & (lanes_mask)yes) | (~mask & (lanes_mask)no));
}


// Eight places of a table or a column at once. Places are not checked: their callers keep to what they own.
#define READS static inline __attribute__((always_inline, pure))
#define WRITES static inline __attribute__((always_inline))

READS lanes_real lanes_look_up(const double *table, lanes_mask place) {
  return (lanes_real){table[place[0]], table[place[1]], table[place[2]], table[place[3]],
                      table[place[4]], table[place[5]], table[place[6]], table[place[7]]};
}
WRITES void lanes_put(double *table, lanes_mask place, lanes_real value) {
  for (int lane = 0; lane < 8; lane++) table[place[lane]] = value[lane];
}
WRITES void lanes_add_to(double *table, lanes_mask place, lanes_real value) {
  for (int lane = 0; lane < 8; lane++) table[place[lane]] += value[lane];
}

#undef LANES
#undef READS
#undef WRITES
#endif
