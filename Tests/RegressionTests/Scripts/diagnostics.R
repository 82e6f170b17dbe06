# The figures of DiagnosticsTests: R 4.2 with lmtest, car, tseries. Run: Rscript diagnostics.R
suppressMessages({library(lmtest); library(car); library(tseries)})
show <- function(name, values) cat(name, ": ", paste(format(values, digits = 17), collapse = ", "), "\n", sep = "")
test <- function(name, t) show(name, c(t$statistic, t$parameter, t$p.value))

full <- lm(Employed ~ ., longley)
test("bptest", bptest(full))
test("bptest original", bptest(full, studentize = FALSE))
test("resettest", resettest(full))
for (iterations in c(15, 100, 400)) test(paste("dwtest", iterations), dwtest(full, iterations = iterations))
test("dwtest normal", dwtest(full, exact = FALSE))
test("bgtest 1", bgtest(full, 1))
test("bgtest 3", bgtest(full, 3))
test("jarque.bera", jarque.bera.test(residuals(full)))

# A trend of the mean: strongly correlated residuals, far out in the tail.
mean <- lm(Employed ~ 1, longley)
for (iterations in c(15, 100, 400)) test(paste("dwtest mean", iterations), dwtest(mean, iterations = iterations))

# White's test does not change when columns are shifted, and is far better conditioned then.
two <- lm(Employed ~ GNP + Year, longley)
shifted <- transform(longley, g = GNP - 400, y = Year - 1954)
test("white", bptest(two, ~ g * y + I(g^2) + I(y^2), data = shifted))

weights <- rep(c(1, 2, 3, 0.5), 4); weights[7] <- 0
weighted <- lm(Employed ~ GNP + Unemployed, longley, weights = weights)
test("bptest weighted", bptest(Employed ~ GNP + Unemployed, data = longley, weights = weights))
test("bptest weighted original",
  bptest(Employed ~ GNP + Unemployed, data = longley, weights = weights, studentize = FALSE))
show("hatvalues weighted", hatvalues(weighted))
show("rstandard weighted", rstandard(weighted))
show("rstudent weighted", rstudent(weighted))
show("cooks weighted", cooks.distance(weighted))
show("dffits weighted", dffits(weighted))
show("vif weighted", vif(weighted))
show("kappa weighted", kappa(weighted, exact = TRUE))

longley$era <- factor(rep(c("a", "b", "c"), c(5, 6, 5)))
factors <- lm(Employed ~ GNP + era + Unemployed, longley)
print(vif(factors), digits = 17)
