// Written by Tests/CertificationTests/Scripts/certification.py: do not edit.
extension PeerDigits {
  /// Measured: set, tool, correct digits by quantity.
  static let peerTable = """
    Filip | statsmodels pinv | coefficients=0 standardErrors=0.01 rSquared=2.94 residualDeviation=0.8
    Filip | statsmodels qr | coefficients=7.94 standardErrors=0.02 rSquared=10.65 residualDeviation=8.47
    Filip | numpy lstsq | coefficients=0
    Filip | R lm | coefficients=0 standardErrors=0 residualDeviation=0.9
    Filip | R lm (tol 1e-20) | coefficients=8.2 standardErrors=7.56 residualDeviation=8.24
    Longley | statsmodels pinv | coefficients=10.89 standardErrors=12.58 rSquared=15 residualDeviation=13.04
    Longley | statsmodels qr | coefficients=10.9 standardErrors=7.97 rSquared=14.7 residualDeviation=12.58
    Longley | numpy lstsq | coefficients=10.9
    Longley | R lm | coefficients=12.98 standardErrors=14.17 residualDeviation=14.31
    Longley | R lm (tol 1e-20) | coefficients=12.98 standardErrors=14.17 residualDeviation=14.31
    NoInt1 | statsmodels pinv | coefficients=14.72 standardErrors=15 rSquared=15 residualDeviation=15
    NoInt1 | statsmodels qr | coefficients=14.72 standardErrors=15 rSquared=15 residualDeviation=15
    NoInt1 | numpy lstsq | coefficients=14.72
    NoInt1 | R lm | coefficients=14.72 standardErrors=14.5 residualDeviation=14.67
    NoInt1 | R lm (tol 1e-20) | coefficients=14.72 standardErrors=14.5 residualDeviation=14.67
    Norris | statsmodels pinv | coefficients=12.99 standardErrors=13.81 rSquared=15 residualDeviation=13.88
    Norris | statsmodels qr | coefficients=12.43 standardErrors=13.78 rSquared=15 residualDeviation=13.85
    Norris | numpy lstsq | coefficients=12.3
    Norris | R lm | coefficients=11.94 standardErrors=13.61 residualDeviation=13.66
    Norris | R lm (tol 1e-20) | coefficients=11.94 standardErrors=13.61 residualDeviation=13.66
    Wampler1 | statsmodels pinv | coefficients=9.21 standardErrors=8.39 rSquared=15 residualDeviation=8.39
    Wampler1 | statsmodels qr | coefficients=9.38 standardErrors=9.74 rSquared=15 residualDeviation=9.74
    Wampler1 | numpy lstsq | coefficients=9.64
    Wampler1 | R lm | coefficients=9.17 standardErrors=10.03 residualDeviation=10.03
    Wampler1 | R lm (tol 1e-20) | coefficients=9.17 standardErrors=10.03 residualDeviation=10.03
    Wampler2 | statsmodels pinv | coefficients=10.41 standardErrors=10.54 rSquared=15 residualDeviation=10.54
    Wampler2 | statsmodels qr | coefficients=13.04 standardErrors=14.47 rSquared=15 residualDeviation=14.47
    Wampler2 | numpy lstsq | coefficients=10.41
    Wampler2 | R lm | coefficients=13.18 standardErrors=14.87 residualDeviation=14.87
    Wampler2 | R lm (tol 1e-20) | coefficients=13.18 standardErrors=14.87 residualDeviation=14.87
    Wampler3 | statsmodels pinv | coefficients=9.16 standardErrors=10.41 rSquared=15 residualDeviation=14.94
    Wampler3 | statsmodels qr | coefficients=9.05 standardErrors=10.4 rSquared=15 residualDeviation=13.74
    Wampler3 | numpy lstsq | coefficients=9.49
    Wampler3 | R lm | coefficients=9.44 standardErrors=13.32 residualDeviation=13.51
    Wampler3 | R lm (tol 1e-20) | coefficients=9.44 standardErrors=13.32 residualDeviation=13.51
    Wampler4 | statsmodels pinv | coefficients=7.78 standardErrors=10.41 rSquared=15 residualDeviation=14.8
    Wampler4 | statsmodels qr | coefficients=7.77 standardErrors=10.4 rSquared=15 residualDeviation=14.8
    Wampler4 | numpy lstsq | coefficients=7.78
    Wampler4 | R lm | coefficients=7.57 standardErrors=13.73 residualDeviation=14.8
    Wampler4 | R lm (tol 1e-20) | coefficients=7.57 standardErrors=13.73 residualDeviation=14.8
    Wampler5 | statsmodels pinv | coefficients=5.77 standardErrors=10.41 rSquared=13.73 residualDeviation=14.8
    Wampler5 | statsmodels qr | coefficients=5.77 standardErrors=10.4 rSquared=13.73 residualDeviation=14.8
    Wampler5 | numpy lstsq | coefficients=5.77
    Wampler5 | R lm | coefficients=5.57 standardErrors=13.73 residualDeviation=14.85
    Wampler5 | R lm (tol 1e-20) | coefficients=5.57 standardErrors=13.73 residualDeviation=14.85
    Pontius | statsmodels pinv | coefficients=6.32 standardErrors=9.24 residualDeviation=11.79
    Pontius | statsmodels qr | coefficients=12.78 standardErrors=13.14 residualDeviation=13.2
    Pontius | R lm | coefficients=11.97 standardErrors=12.34 residualDeviation=12.35
    Pontius | R lm (tol 1e-20) | coefficients=11.97 standardErrors=12.34 residualDeviation=12.35
    Pontius | numpy lstsq | coefficients=6.32
    NoInt2 | statsmodels pinv | coefficients=15 standardErrors=14.88 residualDeviation=15
    NoInt2 | statsmodels qr | coefficients=15 standardErrors=14.88 residualDeviation=15
    NoInt2 | R lm | coefficients=15 standardErrors=15 residualDeviation=15
    NoInt2 | R lm (tol 1e-20) | coefficients=15 standardErrors=15 residualDeviation=15
    NoInt2 | numpy lstsq | coefficients=15
    Lew | numpy | mean=15 standardDeviation=15 autocorrelation=14.84
    Lottery | numpy | mean=15 standardDeviation=15 autocorrelation=14.79
    NumAcc1 | numpy | mean=15 standardDeviation=15 autocorrelation=15
    NumAcc2 | numpy | mean=15 standardDeviation=15 autocorrelation=14.95
    NumAcc3 | numpy | mean=15 standardDeviation=9.46 autocorrelation=11.93
    NumAcc4 | numpy | mean=15 standardDeviation=8.25 autocorrelation=10.73
    Mavro | numpy | mean=15 standardDeviation=13.12 autocorrelation=14.1
    Michelso | numpy | mean=15 standardDeviation=13.85 autocorrelation=13.43
    Pi5000 | numpy | mean=15 standardDeviation=15 autocorrelation=15
    SiRstv | scipy f_oneway | f=13.06
    SmLs01 | scipy f_oneway | f=15
    SmLs04 | scipy f_oneway | f=10.43
    SmLs07 | scipy f_oneway | f=4.41
    SmLs08 | scipy f_oneway | f=4.19
    AtmWtAg | scipy f_oneway | f=10.15
    AtmWtAg | R aov | f=9.73
    SmLs02 | scipy f_oneway | f=15
    SmLs02 | R aov | f=15
    SmLs03 | scipy f_oneway | f=14.17
    SmLs03 | R aov | f=14.94
    SmLs05 | scipy f_oneway | f=10.21
    SmLs05 | R aov | f=10.21
    SmLs06 | scipy f_oneway | f=10.19
    SmLs06 | R aov | f=10.19
    SmLs09 | scipy f_oneway | f=4.17
    SmLs09 | R aov | f=3.11
    """

  /// Computed: the best any tool can do that is handed doubles.
  static let ceilingTable = """
    Norris | doubles | coefficients=14.07 standardErrors=13.92 residualDeviation=14.03 rSquared=15
    Pontius | doubles | coefficients=13.51 standardErrors=13.77 residualDeviation=13.78 rSquared=15
    NoInt1 | doubles | coefficients=14.74 standardErrors=15 residualDeviation=15 rSquared=15
    NoInt2 | doubles | coefficients=15 standardErrors=14.94 residualDeviation=15 rSquared=15
    Filip | doubles | coefficients=7.61 standardErrors=7.63 residualDeviation=9.57 rSquared=11.75
    Longley | doubles | coefficients=14.62 standardErrors=14.91 residualDeviation=15 rSquared=15
    Wampler1 | doubles | coefficients=15 standardErrors=15 residualDeviation=15 rSquared=15
    Wampler2 | doubles | coefficients=13.2 standardErrors=15 residualDeviation=15 rSquared=15
    Wampler3 | doubles | coefficients=15 standardErrors=14.46 residualDeviation=14.82 rSquared=15
    Wampler4 | doubles | coefficients=15 standardErrors=14.46 residualDeviation=14.82 rSquared=15
    Wampler5 | doubles | coefficients=15 standardErrors=14.46 residualDeviation=14.82 rSquared=15
    Lew | doubles | mean=15 standardDeviation=15 autocorrelation=14.83
    Lottery | doubles | mean=15 standardDeviation=15 autocorrelation=14.96
    Mavro | doubles | mean=15 standardDeviation=13.12 autocorrelation=13.93
    Michelso | doubles | mean=15 standardDeviation=13.84 autocorrelation=13.44
    Pi5000 | doubles | mean=15 standardDeviation=15 autocorrelation=15
    NumAcc1 | doubles | mean=15 standardDeviation=15 autocorrelation=15
    NumAcc2 | doubles | mean=15 standardDeviation=15 autocorrelation=15
    NumAcc3 | doubles | mean=15 standardDeviation=9.46 autocorrelation=12.24
    NumAcc4 | doubles | mean=15 standardDeviation=8.25 autocorrelation=11.03
    SiRstv | doubles | f=13.06
    AtmWtAg | doubles | f=10.15
    SmLs01 | doubles | f=15
    SmLs02 | doubles | f=15
    SmLs03 | doubles | f=15
    SmLs04 | doubles | f=10.43
    SmLs05 | doubles | f=10.21
    SmLs06 | doubles | f=10.19
    SmLs07 | doubles | f=4.41
    SmLs08 | doubles | f=4.19
    SmLs09 | doubles | f=4.17
    """
}
