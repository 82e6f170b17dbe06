import Probability
import Testing
import Vectors

/// Eight at a time gives the bits of one at a time.
@Suite("Eight lanes")
struct LaneTests {
  private let stream = RandomStream(seed: 7, variable: 99)

  private func same(
    _ lanes: (Lanes) -> Lanes, _ scalar: (Double) -> Double, at x: Lanes, _ name: String
  ) {
    let values = lanes(x)
    for lane in 0..<Lanes.count {
      let wanted = scalar(x[lane])
      let agrees = values[lane].bitPattern == wanted.bitPattern || (values[lane].isNaN && wanted.isNaN)
      #expect(agrees, "\(name)(\(x[lane]))")
    }
  }

  @Test("elementary functions and normal quantiles, over their range and at its ends")
  func functions() {
    var points: [Lanes] = [
      Lanes(SIMD8(0, -0.0, .infinity, -.infinity, .nan, 0x1p-1074, 0x1p-1022, 0x1.fffffffffffffp-1)),
      Lanes(SIMD8(1, 709.78, 709.79, -708, -745.2, -746, 0.5, 0x1p-53)),
      Lanes(SIMD8(0.925, 0.075, 0.9250001, 1e-12, 1e-300, 0x1p1023, -1, 2)),
    ]
    for block in 0..<400 {
      let (u, v) = stream.uniforms(paths: UInt64(8 * block), draw: 3)
      points += [u, v, (u - 0.5) * 1600, Lanes.exp((v - 0.5) * 1400)]
    }
    for x in points {
      same(Lanes.exp, Elementary.exp, at: x, "exp")
      same(Lanes.log, Elementary.log, at: x, "log")
      same(Lanes.logistic, Elementary.logistic, at: x, "logistic")
      same(Lanes.normalQuantile, Normal.quantile, at: x, "quantile")
    }
  }

  @Test("uniforms, normals and betas of a path, wherever its block begins")
  func streams() {
    for first in [UInt64(0), 5, 0xFFFF_FFFC, 1 << 40] {
      let (u, v) = stream.uniforms(paths: first, draw: 12)
      let own = stream.uniforms(paths: first, draws: SIMD8(0, 1, 2, 3, 4, 5, 6, 7)).0
      let normal = stream.normal(paths: first, draw: 1 << 33)
      let betas = [(3.5, 0.25), (0.01, 0.02), (40.0, 2.0)].map { shapes in
        (shapes, stream.beta(shapes.0, shapes.1, paths: first, draw: 9))
      }
      for lane in 0..<Lanes.count {
        let path = first + UInt64(lane)
        #expect(stream.uniforms(path: path, draw: 12) == (u[lane], v[lane]))
        #expect(stream.uniform(path: path, draw: UInt64(lane)) == own[lane])
        #expect(stream.normal(path: path, draw: 1 << 33) == normal[lane])
        for (shapes, lanes) in betas {
          #expect(stream.beta(shapes.0, shapes.1, path: path, draw: 9) == lanes[lane])
        }
      }
    }
  }

  @Test("every operation is that on a Double, halves are rounded away from zero, masks choose lanes")
  func operations() {
    let x = Lanes(SIMD8(0.5, -0.5, 1.5, 2.4999999, -7.5, 0x1p52 + 1, 0.49999999999999994, -0.0))
    let y = Lanes(SIMD8(3, -3, 0.1, 7, -7.5, 1, 0.2, 9))
    let less = x .< y
    for lane in 0..<Lanes.count {
      let (a, b) = (x[lane], y[lane])
      #expect((x + y)[lane] == a + b && (x - y)[lane] == a - b && (x * y)[lane] == a * b)
      #expect((x / y)[lane] == a / b && (-x)[lane] == -a && x.magnitude[lane] == a.magnitude)
      #expect(x.rounded[lane] == a.rounded(.toNearestOrAwayFromZero))
      #expect(x.roundedDown[lane] == a.rounded(.down))
      #expect(y.magnitude.squareRoot()[lane] == b.magnitude.squareRoot())
      #expect(min(x, y)[lane] == min(a, b) && max(x, y)[lane] == max(a, b))
      #expect(less[lane] == (a < b) && (x .<= y)[lane] == (a <= b) && (x .== y)[lane] == (a == b))
      #expect(less.select(x, y)[lane] == (a < b ? a : b) && less.only(x)[lane] == (a < b ? a : 0))
      #expect((.!less)[lane] != less[lane] && LaneMask(first: 3)[lane] == (lane < 3))
    }
    #expect(less.any && !less.all && (less .| .!less).all && !(less .& .!less).any)
    #expect(Lanes(SIMD8(0, 1, 2, 4_503_599_627_370_495, 7, 8, 9, 10)).whole[3] == 4_503_599_627_370_495)
  }
}
