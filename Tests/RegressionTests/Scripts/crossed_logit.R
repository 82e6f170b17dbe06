# References of CrossedLogitTests: crossed random intercepts of a logistic model by lme4.
# Run: Rscript crossed_logit.R. The rule that makes the data is the one of CrossedLogitTests; cbpp is lme4's.
#
# "joint": coefficients and effects at their joint mode (lme4's nAGQ = 0) and the standard deviations at which
# its Laplace deviance plus log det of the coefficients' information (RX) is least, the criterion of
# CrossedLogitModel with flat priors. "laplace": glmer's own, which does not integrate over coefficients.
suppressMessages(library(lme4))
control <- glmerControl(
  optimizer = "bobyqa", tolPwrss = 1e-13, optCtrl = list(rhoend = 1e-10, maxfun = 1e5),
  check.conv.singular = .makeCC("ignore", 1e-4), check.conv.grad = .makeCC("ignore", 1e-4),
  check.conv.hess = .makeCC("ignore", 1e-4))
number <- function(x) paste(format(x, digits = 15), collapse = ", ")

report <- function(name, formula, data) {
  deviance <- glmer(formula, data, binomial, control, nAGQ = 0, devFunOnly = TRUE)
  parts <- environment(deviance)
  criterion <- function(theta) { value <- deviance(theta); value + parts$pp$ldRX2() }
  start <- rep(0.7, length(parts$pp$theta))
  at <- criterion(start)
  cat(name, "\n at 0.7 each:", number(-at / 2), "\n  coefficients:", number(parts$pp$beta(1)))
  cat("\n  effects:", number(head(0.7 * parts$pp$u(1), 4)))
  cat("\n  errors:", number(sqrt(diag(parts$pp$unsc())))) 
  best <- nlminb(start, criterion, lower = 1e-3, control = list(rel.tol = 1e-14, x.tol = 1e-10))
  value <- criterion(best$par)
  cat("\n joint:", number(best$par), " criterion:", number(-value / 2))
  cat("\n  coefficients:", number(parts$pp$beta(1)))
  fit <- glmer(formula, data, binomial, control)
  cat("\n laplace:", number(getME(fit, "theta")), "\n  coefficients:", number(fixef(fit)))
  cat("\n  errors:", number(sqrt(diag(as.matrix(vcov(fit, use.hessian = FALSE))))), "\n")
}

i <- 0:599
g <- (i * 7 + (i %/% 31) * 5) %% 30
h <- (i * 11 + (i %/% 17) * 3) %% 12
x1 <- ((i * 7919) %% 1009) / 1009
x2 <- ((i * i * 31 + 17 * i) %% 499) / 499
draw <- ((i * 6007 + i * i * 13) %% 997) / 997
eta <- 0.3 + 1.2 * x1 - 0.8 * x2 + ((g * 37) %% 23 - 11) / 10 + ((h * 5) %% 12 - 5.5) / 6
y <- as.numeric(draw < plogis(eta))
cat("yes:", sum(y), "\n")
report("made", y ~ x1 + x2 + (1 | g) + (1 | h), data.frame(y, x1, x2, g, h))
rows <- rep(seq_len(nrow(cbpp)), cbpp$size)
sick <- unlist(lapply(seq_len(nrow(cbpp)), function(k) rep(1:0, c(cbpp$incidence[k], cbpp$size[k] - cbpp$incidence[k]))))
report("cbpp", sick ~ period + (1 | herd), data.frame(sick, cbpp[rows, c("period", "herd")]))
cat("herd:", paste(cbpp$herd, collapse = ", "), "\nperiod:", paste(cbpp$period, collapse = ", "))
cat("\nsick:", paste(cbpp$incidence, collapse = ", "), "\nsize:", paste(cbpp$size, collapse = ", "), "\n")
