# Firth's correction by brglm2 and FLIC by its definition, for FirthTests.swift.
# Run: Rscript brglm2.R. Versions used: R 4.2.2, brglm2 0.9.
suppressMessages(library(brglm2))
show <- function(name, v) cat(name, ":", paste(sprintf("%.17g", v), collapse = ", "), "\n")
firth <- function(name, formula, data, weights = NULL) {
  data$w <- if (is.null(weights)) rep(1, nrow(data)) else weights
  fit <- glm(formula, binomial, data, weights = w, method = "brglmFit", type = "AS_mean",
             control = brglmControl(epsilon = 1e-14, maxit = 5000, slowit = 1))
  show(paste(name, "coefficients"), coef(fit))
  show(paste(name, "covariance"), vcov(fit)[lower.tri(vcov(fit), TRUE)])
  show(paste(name, "deviance"), deviance(fit))
  # FLIC: the intercept by maximum likelihood, everything else an offset.
  x <- model.matrix(fit)
  eta <- as.vector(x[, -1, drop = FALSE] %*% coef(fit)[-1])
  flic <- glm(fit$y ~ 1 + offset(eta), binomial, weights = data$w, control = list(epsilon = 1e-15, maxit = 100))
  show(paste(name, "FLIC intercept"), coef(flic))
  p <- fitted(flic)
  show(paste(name, "FLIC variance of the intercept"), solve(t(x) %*% (x * data$w * p * (1 - p)))[1, 1])
}
cat(R.version.string, "brglm2", as.character(packageVersion("brglm2")), "\n")
# Quasi-complete separation: a rare exposure seen only among cases, as in the endometrial data of Heinze and
# Schemper 2002; the 24 rows are our own.
rare <- data.frame(
  y = c(1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0),
  exposed = c(1, 1, 1, rep(0, 21)),
  x = c(1.5, 2.25, 0.5, 3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25, 1, 0.75, 0.5, 0.25, 0, 3.25, 3.5, 3.75, 4,
        4.25, 0.125, 0.375, 0.625))
firth("rare", y ~ exposed + x, rare)
# Complete separation.
complete <- data.frame(y = c(0, 0, 0, 1, 1, 1), x = 1:6)
firth("complete", y ~ x, complete)
# Shares of trials.
trials <- data.frame(y = c(0, 1 / 8, 2 / 9, 7 / 10), x = c(0, 1, 2, 4))
firth("trials", y ~ x, trials, c(12, 8, 9, 10))
data(endometrial)
firth("endometrial", HG ~ NV + PI + EH, endometrial)
