# Writes ModelMatrixTable.swift: what R's model.matrix makes of formulas, for ModelMatrixTests.
# Run in Tests/FormulasTests: Rscript Scripts/model-matrix.R > ModelMatrixTable.swift
invisible(Sys.setlocale("LC_COLLATE", "C"))

data <- data.frame(
  y = c(3, 5, 2, 8, 7, 1, 4, 9),
  x = c(1.5, -2, 0.25, 4, 3, -1, 2.5, 6),
  z = c(2, 3, 5, 7, 11, 13, 17, 19),
  exp = c(1, 2, 3, 4, 5, 6, 7, 8),
  two.part = c(4, 1, 3, 2, 8, 6, 7, 5),
  District = c(10, 2, 9, 2, 10, 9, 2, 10),
  a = c("u", "v", "u", "v", "u", "v", "v", "u"),
  b = c("p", "q", "r", "p", "q", "r", "p", "q"),
  south = c("no", "yes", "no", "yes", "yes", "no", "no", "yes"),
  "odd name" = c(1, 4, 9, 16, 25, 36, 49, 64),
  check.names = FALSE, stringsAsFactors = FALSE)

formulas <- c(
  "y ~ 1", "y ~ x", "y ~ 0 + x", "y ~ -1 + x + a", "y ~ a*b*x", "y ~ (a + b + x)^2", "y ~ a:b - 1", "y ~ a:b",
  "y ~ x + x:b", "y ~ x:b", "y ~ x:b - 1", "y ~ x + x:b - 1", "y ~ b - 1", "y ~ x*b - x", "y ~ x*b - b",
  "y ~ a + b - 1", "y ~ b + a:b", "y ~ b:a + a", "y ~ a:b + b:south", "y ~ a/x", "y ~ (a + b)/x",
  "y ~ a*b*south - a:b:south", "y ~ a:b:south + x", "y ~ a:x + b:x:z", "y ~ x*z*two.part - x:z",
  "y ~ x + I(exp^2) + I(x*z)", "y ~ I((x + 1)^2 / z) + I(-x) + I(x--z)", "y ~ log(exp) + exp(x / 10) + sqrt(z)",
  "log(y) ~ log(z + 1) + I(2^-x) + I(z^0.5)", "y ~ factor(District)", "y ~ as.factor(District) * x",
  "y ~ factor(District):a - 1", "y ~ south + `odd name` + south:`odd name`", "y ~ x + a + x + a:x + 1 - 1",
  "y ~ (x + z + a)^3 - x:z:a", "y ~ x:z + z:x + z", "y ~ x + offset(z) + a", "y ~ I(x*100000) + I(z/0.1) + I(x*1e-5)",
  "y ~ I(123456*x) + I(x + 0.000123) + I(x * 1e15)", "y ~ (x + a)*(z - 1)", "y ~ x - (1 + z) + z",
  "I(y/100) ~ -z + x", "y ~ x^2 + exp", "y ~ a + a:b:x", "y ~ a:b + a:b:south")

number <- function(v) {
  text <- sprintf("%.15g", v)
  ifelse(as.numeric(text) == v, text, sprintf("%.17g", v))
}

cat("// Made by Scripts/model-matrix.R with R ", R.version$major, ".", R.version$minor, ".\n\n", sep = "")
cat("/// For each formula the columns of R's model.matrix, each with its values below it.\n")
cat("let modelMatrixTable = #\"\"\"\n")
for (text in formulas) {
  formula <- as.formula(text)
  frame <- model.frame(formula, data)
  matrix <- model.matrix(formula, frame)
  terms <- c(if (attr(terms(formula), "intercept")) "(Intercept)", attr(terms(formula), "term.labels"))
  cat("  formula ", text, "\n", sep = "")
  cat("  response ", names(frame)[1], "\n", sep = "")
  assign <- attr(matrix, "assign")
  for (j in seq_len(ncol(matrix))) {
    term <- if (assign[j] == 0) "(Intercept)" else attr(terms(formula), "term.labels")[assign[j]]
    cat("  term ", term, "\n  column ", colnames(matrix)[j], "\n", sep = "")
    cat(strwrap(paste(number(matrix[, j]), collapse = " "), width = 100, prefix = "    "), sep = "\n")
  }
}
cat("  \"\"\"#\n")
