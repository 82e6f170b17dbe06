# References of PanelTests: a small unbalanced panel made by the rule of MadePanel, fitted by plm.
# Run: Rscript plm.R
suppressMessages(library(plm))
sizes <- 3 + (0:11 * 5) %% 7
g <- rep(0:11, sizes)
i <- seq_along(g) - 1
t <- unlist(lapply(0:11, function(k) seq_len(sizes[k + 1]) - 1 + k %% 3))
x1 <- ((i * 7919) %% 1009) / 1009
x2 <- ((i * i * 31 + 17 * i) %% 499) / 499
e <- ((i * 6007 + i * i * 13) %% 997) / 997 - 0.5
u <- ((g * 37) %% 23 - 11) / 10
d <- data.frame(g, t, x1, x2, y = 2 + 0.7 * x1 - 1.3 * x2 + u + e)
number <- function(x) paste(format(x, digits = 17), collapse = ", ")
report <- function(name, m) {
  cat(name, "\n coefficients:", number(coef(m)), "\n errors:", number(sqrt(diag(vcov(m)))),
    "\n r2:", number(summary(m)$r.squared), "\n")
}
fit <- function(...) plm(y ~ x1 + x2, d, index = c("g", "t"), ...)
pooled <- fit(model = "pooling"); within <- fit(model = "within"); random <- fit(model = "random")
two <- fit(model = "within", effect = "twoways")
report("pooled", pooled); report("within", within); report("two-way", two)
report("between", fit(model = "between")); report("fd", fit(model = "fd")); report("random", random)
cat("components:", number(ercomp(random)$sigma2), "\n")
cat("effects:", number(head(fixef(within), 4)), "\n")
cat("hausman:", number(phtest(within, random)$statistic), number(phtest(within, random)$p.value), "\n")
cat("F:", number(pFtest(within, pooled)$statistic), number(pFtest(two, pooled)$statistic), "\n")
cat("bp:", number(plmtest(pooled, type = "bp")$statistic), "\n")
