# References of CR2 and its degrees of freedom: R, clubSandwich. The data are made here by a formula, in the
# tests by the same one. Usage: Rscript clubsandwich.R
suppressMessages({ library(clubSandwich); library(plm) })
n <- 47
i <- 0:(n - 1)
x1 <- (i * i * 37) %% 101 / 101
x2 <- (i * 13) %% 17 / 4
cluster <- c(0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6,
             6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)
treated <- as.numeric(cluster < 3)
w <- 1 + (i * 7) %% 5
y <- 1 + 2 * x1 - x2 / 3 + treated / 2 + cluster / 8 + (i * i * 53 + i) %% 97 / 97
show <- function(name, fit, cluster) {
  v <- vcovCR(fit, cluster = cluster, type = "CR2")
  t <- coef_test(fit, vcov = v, test = "Satterthwaite")
  cat(name, "\n  coef", sprintf("%.15g", t$beta), "\n  se  ", sprintf("%.15g", t$SE),
      "\n  df  ", sprintf("%.15g", if (is.null(t$df)) t$df_Satt else t$df), "\n")
}
show("ols", lm(y ~ x1 + x2 + treated), cluster)
show("wls", lm(y ~ x1 + x2 + treated, weights = w), cluster)

# An unbalanced panel: units of different length, some periods missing.
unit <- rep(1:8, c(9, 8, 7, 6, 5, 5, 4, 3))
period <- unlist(lapply(c(9, 8, 7, 6, 5, 5, 4, 3), function(k) (1:9)[1:k]))
region <- (unit - 1) %/% 2
d <- data.frame(unit, period, y, x1, x2, region)
one <- plm(y ~ x1 + x2, d, model = "within", effect = "individual", index = c("unit", "period"))
two <- plm(y ~ x1 + x2, d, model = "within", effect = "twoways", index = c("unit", "period"))
show("within, by unit", one, d$unit)
show("within, by region", one, d$region)
show("within, by period", one, d$period)
show("two ways, by unit", two, d$unit)
show("two ways, by region", two, d$region)
show("two ways, by period", two, d$period)
show("pooled, by unit", lm(y ~ x1 + x2, d), d$unit)
