#pragma once
// Our own prototypes of the few Fortran routines used: every argument by address, and the length of each
// CHARACTER argument passed, hidden, after all others. The wrappers below are what Swift sees.
#include <stddef.h>
#pragma STDC FP_CONTRACT OFF

void dgeqp3_(const int *m, const int *n, double *a, const int *lda, int *jpvt, double *tau, double *work,
             const int *lwork, int *info);
void dormqr_(const char *side, const char *trans, const int *m, const int *n, const int *k, const double *a,
             const int *lda, const double *tau, double *c, const int *ldc, double *work, const int *lwork,
             int *info, size_t side_length, size_t trans_length);
void dtrtrs_(const char *uplo, const char *trans, const char *diag, const int *n, const int *nrhs,
             const double *a, const int *lda, double *b, const int *ldb, int *info, size_t uplo_length,
             size_t trans_length, size_t diag_length);
void openblas_set_num_threads(int threads);

// QR with column pivoting: A P = Q R. A work length of -1 asks for the best length, returned in work[0].
static inline int clapack_dgeqp3(int m, int n, double *a, int *jpvt, double *tau, double *work, int lwork) {
  int info = 0;
  int lda = m > 1 ? m : 1;
  dgeqp3_(&m, &n, a, &lda, jpvt, tau, work, &lwork, &info);
  return info;
}

// c := Q c (trans 'N') or Q' c (trans 'T'), with Q held as the k reflectors of an m-row dgeqp3.
static inline int clapack_dormqr(char trans, int m, int k, const double *a, const double *tau, double *c,
                                 double *work, int lwork) {
  const char side = 'L';
  int info = 0, one = 1;
  dormqr_(&side, &trans, &m, &one, &k, a, &m, tau, c, &m, work, &lwork, &info, 1, 1);
  return info;
}

// b := R^-1 b (trans 'N') or R^-T b (trans 'T'), with R the upper triangle of the first n rows of a.
static inline int clapack_dtrtrs(char trans, int n, const double *a, int lda, double *b) {
  const char upper = 'U', diagonal = 'N';
  int info = 0, one = 1;
  dtrtrs_(&upper, &trans, &diagonal, &n, &one, a, &lda, b, &n, &info, 1, 1, 1);
  return info;
}
