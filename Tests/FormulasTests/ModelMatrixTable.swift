// Made by Scripts/model-matrix.R with R 4.2.2.

/// For each formula the columns of R's model.matrix, each with its values below it.
let modelMatrixTable = #"""
  formula y ~ 1
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  formula y ~ x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  formula y ~ 0 + x
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  formula y ~ -1 + x + a
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a
  column au
    1 0 1 0 1 0 0 1
  term a
  column av
    0 1 0 1 0 1 1 0
  formula y ~ a*b*x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  term a:x
  column av:x
    0 -2 0 4 0 -1 2.5 0
  term b:x
  column bq:x
    0 -2 0 0 3 -0 0 6
  term b:x
  column br:x
    0 -0 0.25 0 0 -1 0 0
  term a:b:x
  column av:bq:x
    0 -2 0 0 0 -0 0 0
  term a:b:x
  column av:br:x
    0 -0 0 0 0 -1 0 0
  formula y ~ (a + b + x)^2
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  term a:x
  column av:x
    0 -2 0 4 0 -1 2.5 0
  term b:x
  column bq:x
    0 -2 0 0 3 -0 0 6
  term b:x
  column br:x
    0 -0 0.25 0 0 -1 0 0
  formula y ~ a:b - 1
  response y
  term a:b
  column au:bp
    1 0 0 0 0 0 0 0
  term a:b
  column av:bp
    0 0 0 1 0 0 1 0
  term a:b
  column au:bq
    0 0 0 0 1 0 0 1
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column au:br
    0 0 1 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  formula y ~ a:b
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a:b
  column au:bp
    1 0 0 0 0 0 0 0
  term a:b
  column av:bp
    0 0 0 1 0 0 1 0
  term a:b
  column au:bq
    0 0 0 0 1 0 0 1
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column au:br
    0 0 1 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  formula y ~ x + x:b
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ x:b
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x:b
  column x:bp
    1.5 -0 0 4 0 -0 2.5 0
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ x:b - 1
  response y
  term x:b
  column x:bp
    1.5 -0 0 4 0 -0 2.5 0
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ x + x:b - 1
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term x:b
  column x:bp
    1.5 -0 0 4 0 -0 2.5 0
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ b - 1
  response y
  term b
  column bp
    1 0 0 1 0 0 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  formula y ~ x*b - x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term x:b
  column x:bp
    1.5 -0 0 4 0 -0 2.5 0
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ x*b - b
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term x:b
  column x:bq
    0 -2 0 0 3 -0 0 6
  term x:b
  column x:br
    0 -0 0.25 0 0 -1 0 0
  formula y ~ a + b - 1
  response y
  term a
  column au
    1 0 1 0 1 0 0 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  formula y ~ b + a:b
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term b:a
  column bp:av
    0 0 0 1 0 0 1 0
  term b:a
  column bq:av
    0 1 0 0 0 0 0 0
  term b:a
  column br:av
    0 0 0 0 0 1 0 0
  formula y ~ b:a + a
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b:a
  column bq:au
    0 0 0 0 1 0 0 1
  term b:a
  column br:au
    0 0 1 0 0 0 0 0
  term b:a
  column bq:av
    0 1 0 0 0 0 0 0
  term b:a
  column br:av
    0 0 0 0 0 1 0 0
  formula y ~ a:b + b:south
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a:b
  column au:bp
    1 0 0 0 0 0 0 0
  term a:b
  column av:bp
    0 0 0 1 0 0 1 0
  term a:b
  column au:bq
    0 0 0 0 1 0 0 1
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column au:br
    0 0 1 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  term b:south
  column bp:southyes
    0 0 0 1 0 0 0 0
  term b:south
  column bq:southyes
    0 1 0 0 1 0 0 1
  term b:south
  column br:southyes
    0 0 0 0 0 0 0 0
  formula y ~ a/x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term a:x
  column au:x
    1.5 -0 0.25 0 3 -0 0 6
  term a:x
  column av:x
    0 -2 0 4 0 -1 2.5 0
  formula y ~ (a + b)/x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term a:b:x
  column au:bp:x
    1.5 -0 0 0 0 -0 0 0
  term a:b:x
  column av:bp:x
    0 -0 0 4 0 -0 2.5 0
  term a:b:x
  column au:bq:x
    0 -0 0 0 3 -0 0 6
  term a:b:x
  column av:bq:x
    0 -2 0 0 0 -0 0 0
  term a:b:x
  column au:br:x
    0 -0 0.25 0 0 -0 0 0
  term a:b:x
  column av:br:x
    0 -0 0 0 0 -1 0 0
  formula y ~ a*b*south - a:b:south
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term b
  column bq
    0 1 0 0 1 0 0 1
  term b
  column br
    0 0 1 0 0 1 0 0
  term south
  column southyes
    0 1 0 1 1 0 0 1
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  term a:south
  column av:southyes
    0 1 0 1 0 0 0 0
  term b:south
  column bq:southyes
    0 1 0 0 1 0 0 1
  term b:south
  column br:southyes
    0 0 0 0 0 0 0 0
  formula y ~ a:b:south + x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a:b:south
  column au:bp:southno
    1 0 0 0 0 0 0 0
  term a:b:south
  column av:bp:southno
    0 0 0 0 0 0 1 0
  term a:b:south
  column au:bq:southno
    0 0 0 0 0 0 0 0
  term a:b:south
  column av:bq:southno
    0 0 0 0 0 0 0 0
  term a:b:south
  column au:br:southno
    0 0 1 0 0 0 0 0
  term a:b:south
  column av:br:southno
    0 0 0 0 0 1 0 0
  term a:b:south
  column au:bp:southyes
    0 0 0 0 0 0 0 0
  term a:b:south
  column av:bp:southyes
    0 0 0 1 0 0 0 0
  term a:b:south
  column au:bq:southyes
    0 0 0 0 1 0 0 1
  term a:b:south
  column av:bq:southyes
    0 1 0 0 0 0 0 0
  term a:b:south
  column au:br:southyes
    0 0 0 0 0 0 0 0
  term a:b:south
  column av:br:southyes
    0 0 0 0 0 0 0 0
  formula y ~ a:x + b:x:z
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a:x
  column au:x
    1.5 -0 0.25 0 3 -0 0 6
  term a:x
  column av:x
    0 -2 0 4 0 -1 2.5 0
  term x:b:z
  column x:bp:z
    3 -0 0 28 0 -0 42.5 0
  term x:b:z
  column x:bq:z
    0 -6 0 0 33 -0 0 114
  term x:b:z
  column x:br:z
    0 -0 1.25 0 0 -13 0 0
  formula y ~ x*z*two.part - x:z
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term z
  column z
    2 3 5 7 11 13 17 19
  term two.part
  column two.part
    4 1 3 2 8 6 7 5
  term x:two.part
  column x:two.part
    6 -2 0.75 8 24 -6 17.5 30
  term z:two.part
  column z:two.part
    8 3 15 14 88 78 119 95
  term x:z:two.part
  column x:z:two.part
    12 -6 3.75 56 264 -78 297.5 570
  formula y ~ x + I(exp^2) + I(x*z)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term I(exp^2)
  column I(exp^2)
    1 4 9 16 25 36 49 64
  term I(x * z)
  column I(x * z)
    3 -6 1.25 28 33 -13 42.5 114
  formula y ~ I((x + 1)^2 / z) + I(-x) + I(x--z)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term I((x + 1)^2/z)
  column I((x + 1)^2/z)
    3.125 0.33333333333333331 0.3125 3.5714285714285716 1.4545454545454546 0 0.72058823529411764
    2.5789473684210527
  term I(-x)
  column I(-x)
    -1.5 2 -0.25 -4 -3 1 -2.5 -6
  term I(x - -z)
  column I(x - -z)
    3.5 1 5.25 11 14 12 19.5 25
  formula y ~ log(exp) + exp(x / 10) + sqrt(z)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term log(exp)
  column log(exp)
    0 0.69314718055994529 1.0986122886681098 1.3862943611198906 1.6094379124341003
    1.791759469228055 1.9459101490553132 2.0794415416798357
  term exp(x/10)
  column exp(x/10)
    1.1618342427282831 0.81873075307798182 1.0253151205244289 1.4918246976412703 1.3498588075760032
    0.90483741803595952 1.2840254166877414 1.8221188003905089
  term sqrt(z)
  column sqrt(z)
    1.4142135623730951 1.7320508075688772 2.23606797749979 2.6457513110645907 3.3166247903554
    3.6055512754639891 4.1231056256176606 4.358898943540674
  formula log(y) ~ log(z + 1) + I(2^-x) + I(z^0.5)
  response log(y)
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term log(z + 1)
  column log(z + 1)
    1.0986122886681098 1.3862943611198906 1.791759469228055 2.0794415416798357 2.4849066497880004
    2.6390573296152584 2.8903717578961645 2.9957322735539909
  term I(2^-x)
  column I(2^-x)
    0.35355339059327379 4 0.8408964152537145 0.0625 0.125 2 0.17677669529663689 0.015625
  term I(z^0.5)
  column I(z^0.5)
    1.4142135623730951 1.7320508075688772 2.23606797749979 2.6457513110645907 3.3166247903554
    3.6055512754639891 4.1231056256176606 4.358898943540674
  formula y ~ factor(District)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term factor(District)
  column factor(District)9
    0 0 1 0 0 1 0 0
  term factor(District)
  column factor(District)10
    1 0 0 0 1 0 0 1
  formula y ~ as.factor(District) * x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term as.factor(District)
  column as.factor(District)9
    0 0 1 0 0 1 0 0
  term as.factor(District)
  column as.factor(District)10
    1 0 0 0 1 0 0 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term as.factor(District):x
  column as.factor(District)9:x
    0 -0 0.25 0 0 -1 0 0
  term as.factor(District):x
  column as.factor(District)10:x
    1.5 -0 0 0 3 -0 0 6
  formula y ~ factor(District):a - 1
  response y
  term factor(District):a
  column factor(District)2:au
    0 0 0 0 0 0 0 0
  term factor(District):a
  column factor(District)9:au
    0 0 1 0 0 0 0 0
  term factor(District):a
  column factor(District)10:au
    1 0 0 0 1 0 0 1
  term factor(District):a
  column factor(District)2:av
    0 1 0 1 0 0 1 0
  term factor(District):a
  column factor(District)9:av
    0 0 0 0 0 1 0 0
  term factor(District):a
  column factor(District)10:av
    0 0 0 0 0 0 0 0
  formula y ~ south + `odd name` + south:`odd name`
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term south
  column southyes
    0 1 0 1 1 0 0 1
  term `odd name`
  column `odd name`
    1 4 9 16 25 36 49 64
  term south:`odd name`
  column southyes:`odd name`
    0 4 0 16 25 0 0 64
  formula y ~ x + a + x + a:x + 1 - 1
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a
  column au
    1 0 1 0 1 0 0 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term x:a
  column x:av
    0 -2 0 4 0 -1 2.5 0
  formula y ~ (x + z + a)^3 - x:z:a
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term z
  column z
    2 3 5 7 11 13 17 19
  term a
  column av
    0 1 0 1 0 1 1 0
  term x:z
  column x:z
    3 -6 1.25 28 33 -13 42.5 114
  term x:a
  column x:av
    0 -2 0 4 0 -1 2.5 0
  term z:a
  column z:av
    0 3 0 7 0 13 17 0
  formula y ~ x:z + z:x + z
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term z
  column z
    2 3 5 7 11 13 17 19
  term x:z
  column x:z
    3 -6 1.25 28 33 -13 42.5 114
  formula y ~ x + offset(z) + a
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a
  column av
    0 1 0 1 0 1 1 0
  formula y ~ I(x*100000) + I(z/0.1) + I(x*1e-5)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term I(x * 1e+05)
  column I(x * 1e+05)
    150000 -200000 25000 400000 300000 -100000 250000 600000
  term I(z/0.1)
  column I(z/0.1)
    20 30 50 70 110 130 170 190
  term I(x * 1e-05)
  column I(x * 1e-05)
    1.5000000000000002e-05 -2e-05 2.5e-06 4e-05 3.0000000000000004e-05 -1e-05 2.5e-05
    6.0000000000000008e-05
  formula y ~ I(123456*x) + I(x + 0.000123) + I(x * 1e15)
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term I(123456 * x)
  column I(123456 * x)
    185184 -246912 30864 493824 370368 -123456 308640 740736
  term I(x + 0.000123)
  column I(x + 0.000123)
    1.500123 -1.999877 0.250123 4.000123 3.000123 -0.999877 2.500123 6.000123
  term I(x * 1e+15)
  column I(x * 1e+15)
    1.5e+15 -2e+15 250000000000000 4e+15 3e+15 -1e+15 2.5e+15 6e+15
  formula y ~ (x + a)*(z - 1)
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term a
  column au
    1 0 1 0 1 0 0 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term z
  column z
    2 3 5 7 11 13 17 19
  term x:z
  column x:z
    3 -6 1.25 28 33 -13 42.5 114
  term a:z
  column av:z
    0 3 0 7 0 13 17 0
  formula y ~ x - (1 + z) + z
  response y
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term z
  column z
    2 3 5 7 11 13 17 19
  formula I(y/100) ~ -z + x
  response I(y/100)
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  formula y ~ x^2 + exp
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term x
  column x
    1.5 -2 0.25 4 3 -1 2.5 6
  term exp
  column exp
    1 2 3 4 5 6 7 8
  formula y ~ a + a:b:x
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a
  column av
    0 1 0 1 0 1 1 0
  term a:b:x
  column au:bp:x
    1.5 -0 0 0 0 -0 0 0
  term a:b:x
  column av:bp:x
    0 -0 0 4 0 -0 2.5 0
  term a:b:x
  column au:bq:x
    0 -0 0 0 3 -0 0 6
  term a:b:x
  column av:bq:x
    0 -2 0 0 0 -0 0 0
  term a:b:x
  column au:br:x
    0 -0 0.25 0 0 -0 0 0
  term a:b:x
  column av:br:x
    0 -0 0 0 0 -1 0 0
  formula y ~ a:b + a:b:south
  response y
  term (Intercept)
  column (Intercept)
    1 1 1 1 1 1 1 1
  term a:b
  column au:bp
    1 0 0 0 0 0 0 0
  term a:b
  column av:bp
    0 0 0 1 0 0 1 0
  term a:b
  column au:bq
    0 0 0 0 1 0 0 1
  term a:b
  column av:bq
    0 1 0 0 0 0 0 0
  term a:b
  column au:br
    0 0 1 0 0 0 0 0
  term a:b
  column av:br
    0 0 0 0 0 1 0 0
  term a:b:south
  column au:bp:southyes
    0 0 0 0 0 0 0 0
  term a:b:south
  column av:bp:southyes
    0 0 0 1 0 0 0 0
  term a:b:south
  column au:bq:southyes
    0 0 0 0 1 0 0 1
  term a:b:south
  column av:bq:southyes
    0 1 0 0 0 0 0 0
  term a:b:south
  column au:br:southyes
    0 0 0 0 0 0 0 0
  term a:b:south
  column av:br:southyes
    0 0 0 0 0 0 0 0
  """#
