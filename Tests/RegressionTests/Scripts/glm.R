# Generalized linear models by R's glm run to convergence, for GeneralizedFigureTests.swift. Run: Rscript glm.R
show <- function(name, v) cat(name, ":", paste(sprintf("%.17g", v), collapse = ", "), "\n")
# The deviance is flat: when it settles, coefficients have half its digits. So every fit is taken up again.
tell <- function(name, fit) {
  for (step in 1:60) fit <- update(fit, start = coef(fit))
  show(paste(name, "coefficients"), coef(fit))
  show(paste(name, "errors"), sqrt(diag(summary(fit)$cov.unscaled) * summary(fit)$dispersion))
  show(paste(name, "scalars"), c(deviance(fit), fit$null.deviance, as.numeric(logLik(fit)), AIC(fit),
       summary(fit)$dispersion, sum(residuals(fit, "pearson")^2), df.residual(fit), fit$df.null))
  show(paste(name, "last residuals"), sapply(c("response", "working", "deviance", "pearson"),
       function(k) tail(residuals(fit, k), 1)))
  show(paste(name, "last leverage"), tail(hatvalues(fit), 1))
}
cat(R.version.string, "\n")
end <- list(epsilon = 1e-15, maxit = 200)
x <- c(0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)
z <- c(0, 1, 0, 0, 1, 1, 0, 1, 0, 1)
w <- c(3, 1, 2, 5, 4, 1, 2, 6, 3, 2)
o <- c(0.1, 0.2, -0.1, 0, 0.3, 0.05, -0.2, 0.1, 0, 0.15)
counts <- c(1, 0, 2, 3, 3, 7, 5, 11, 14, 20)
amounts <- c(1.5, 0.75, 2, 2.25, 4.5, 3, 6.75, 5, 9, 12.5)
yes <- c(1, 0, 1, 1, 2, 0, 1, 4, 2, 2) / w
tell("poisson log", glm(counts ~ x + z, poisson, weights = w, offset = o, control = end))
tell("poisson identity", glm(counts + 2 ~ x, poisson("identity"), weights = w, control = end))
tell("gamma inverse", glm(amounts ~ x + z, Gamma, weights = w, control = end))
tell("gamma log", glm(amounts ~ x + z, Gamma("log"), weights = w, offset = o, control = end))
tell("gamma identity", glm(amounts ~ x, Gamma("identity"), control = end))
tell("binomial logit", glm(yes ~ x + z, binomial, weights = w, offset = o, control = end))
tell("binomial probit", glm(yes ~ x + z, binomial("probit"), weights = w, offset = o, control = end))
tell("binomial log", glm(yes ~ z, binomial("log"), weights = w, start = c(-0.7, 0), control = end))
tell("binomial identity", glm(yes ~ z, binomial("identity"), weights = w, start = c(0.5, 0), control = end))
tell("gaussian identity", glm(amounts ~ x + z, gaussian, weights = w, offset = o, control = end))
tell("gaussian log", glm(amounts ~ x, gaussian("log"), weights = w, control = end))
tell("gaussian inverse", glm(amounts ~ x, gaussian("inverse"), start = c(0.5, -0.05), control = end))
tell("no intercept", glm(counts ~ x + z - 1, poisson, offset = o, control = end))
tell("quasipoisson", glm(counts ~ x, quasipoisson, control = end))
