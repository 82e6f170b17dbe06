# References of MixedModelTests: random intercepts by lme4, REML, with a tight optimiser.
# Run: Rscript lme4.R. The rule that makes the data is the one of MixedModelTests.
suppressMessages({library(lme4); library(plm)})
control <- lmerControl(
  optimizer = "bobyqa", optCtrl = list(rhoend = 1e-13, maxfun = 1e5),
  check.conv.singular = .makeCC("ignore", 1e-4), check.conv.grad = .makeCC("ignore", 1e-4))

sizes <- 3 + (0:11 * 5) %% 7
g <- rep(0:11, sizes)
i <- seq_along(g) - 1
x1 <- ((i * 7919) %% 1009) / 1009
x2 <- ((i * i * 31 + 17 * i) %% 499) / 499
e <- ((i * 6007 + i * i * 13) %% 997) / 997 - 0.5
u <- ((g * 37) %% 23 - 11) / 10
w <- 1 + (i * 3) %% 4
y <- 2 + 0.7 * x1 - 1.3 * x2 + u + e
flat <- ave(e, g, FUN = function(v) v - mean(v))

report <- function(name, fit) {
  number <- function(x) paste(format(x, digits = 17), collapse = ", ")
  cat(name, "\n coefficients:", number(fixef(fit)))
  cat("\n errors:", number(sqrt(diag(as.matrix(vcov(fit))))))
  cat("\n criterion:", number(REMLcrit(fit)), " logLik:", number(as.numeric(logLik(fit))))
  cat("\n sigma:", number(sigma(fit)), " group variance:", number(as.numeric(VarCorr(fit)[[1]])))
  blup <- as.data.frame(ranef(fit, condVar = TRUE))
  cat("\n blups:", number(head(blup$condval, 4)), "\n sds:", number(head(blup$condsd, 4)), "\n")
}

report("plain", lmer(y ~ x1 + x2 + (1 | g), control = control))
report("weighted", lmer(y ~ x1 + x2 + (1 | g), weights = w, control = control))
report("boundary", lmer(flat ~ x1 + x2 + (1 | g),
  control = lmerControl(check.conv.singular = .makeCC("ignore", 1e-4))))
data("EmplUK", package = "plm")
report("empluk", lmer(log(emp) ~ log(wage) + log(capital) + log(output) + (1 | firm), EmplUK,
  control = control))
data("Produc", package = "plm")
report("produc", lmer(log(gsp) ~ log(pcap) + log(pc) + log(emp) + unemp + (1 | state), Produc,
  control = control))
