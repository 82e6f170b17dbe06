# Reference of PoissonModelTests: R's glm with dummies on the rows that are not separated. Rscript poisson.R
y <- c(2, 0, 1, 5, 3, 0, 4, 7, 1, 0, 2, 6, 0, 3, 1, 9, 0, 0, 0, 0, 8, 2, 5, 1)
x <- c(0.3, -1.2, 0.5, 1.1, 0.7, -0.4, 0.9, 1.6, -0.8, -1.5, 0.2, 1.3, -0.6, 0.4, -0.1, 1.9, 0.8, -0.3, 0.1, 0.6, 1.4,
       -0.2, 1.0, -0.9)
z <- c(1, 2, 0, 1, 3, 1, 2, 0, 1, 2, 2, 1, 0, 3, 1, 2, 1, 0, 2, 3, 1, 1, 0, 2)
a <- rep(1:6, each = 4)
b <- rep(1:4, 6)
w <- c(1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1, 3, 1, 1)
o <- log(c(1, 2, 1, 3, 2, 1, 1, 2, 1, 4, 2, 1, 1, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1))
kept <- a != 5
fit <- glm(y ~ x + z + factor(a) + factor(b), poisson, subset = kept, weights = w, offset = o,
           control = list(epsilon = 1e-15, maxit = 100))
for (part in list(coef(fit)[2:3], sqrt(diag(vcov(fit)))[2:3], deviance(fit), as.numeric(logLik(fit)), df.residual(fit)))
  cat(format(part, digits = 15), "\n")
