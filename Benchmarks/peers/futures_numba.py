"""Peer of Futures: workload W1 as one fused, parallel numba kernel (float64). Path blocks are independent streams (xoshiro256+ seeded by
splitmix64(seed, block)), so results do not depend on the thread count. Normals: 256-layer ziggurat. No exp in the
gift test: u < 1/(1+exp(-(a-s)))  <=>  u*(1+exp(-a)*exp(s)) < 1. Random draws are scalar, the rest of the
contributor loop is vectorised by LLVM (exp as 2^k times a degree-12 polynomial: numba wheels have no SVML).
usage: futures_numba.py [PATHS] [--threads 2] [--runs 5] [--json]"""
import sys, time, math, argparse, os
ap=argparse.ArgumentParser(); ap.add_argument("paths",nargs="?",default="100000"); ap.add_argument("--threads",type=int,default=2)
ap.add_argument("--runs",type=int,default=5); ap.add_argument("--seed",type=int,default=1); ap.add_argument("--serve",action="store_true",help="one line of JSON when warm, then the seconds of a run for each line read")
if __name__=="__main__":
    A=ap.parse_args(); os.environ.setdefault("NUMBA_NUM_THREADS",str(max(1,A.threads)))
import numpy as np, numba as nb
from concurrent.futures import ThreadPoolExecutor
C,T,K,BLOCK=25,10,4,1000; W=32
QS=np.array([.05,.1,.25,.5,.75,.9,.95])

def zig_tables(n=256,r=3.6541528853610088,v=0.00492867323399):
    x=np.empty(n+1); f=lambda z:math.exp(-.5*z*z)
    x[0]=v/f(r); x[1]=r
    for i in range(2,n): x[i]=math.sqrt(-2*math.log(v/x[i-1]+f(x[i-1])))
    x[n]=0.0
    k=np.empty(n,np.int64)
    for i in range(n): k[i]=int(x[i+1]/x[i]*2**52)
    return x/2**52,k,np.exp(-.5*x*x)
ZX,ZK,ZY=zig_tables(); ZR=3.6541528853610088
U=np.uint64
@nb.njit(inline="always")
def nxt(s):
    r=s[0]+s[3]; t=s[1]<<U(17)
    s[2]^=s[0]; s[3]^=s[1]; s[1]^=s[2]; s[0]^=s[3]; s[2]^=t; s[3]=(s[3]<<U(45))|(s[3]>>U(19))
    return r
@nb.njit(inline="always")
def uni(s): return np.int64(nxt(s)>>U(11))*1.1102230246251565e-16
@nb.njit
def slow(s,j,i):
    while True:
        x=j*ZX[i]
        if i==0:
            while True:
                a=-math.log(1-uni(s))/ZR; b=-math.log(1-uni(s))
                if b+b>a*a: break
            return math.copysign(ZR+a,x)
        if ZY[i]+uni(s)*(ZY[i+1]-ZY[i])<math.exp(-.5*x*x): return x
        r=nxt(s); i=np.int64((r>>U(3))&U(255)); j=np.int64(r)>>11
        if abs(j)<ZK[i]: return j*ZX[i]
@nb.njit
def fill(s,o,n):                                                        # n raw draws; the state stays in registers
    a=s[0]; b=s[1]; c=s[2]; d=s[3]
    for i in range(n):
        o[i]=a+d; t=b<<U(17); c^=a; d^=b; b^=c; a^=d; c^=t; d=(d<<U(45))|(d>>U(19))
    s[0]=a; s[1]=b; s[2]=c; s[3]=d
@nb.njit
def normals(raw,a,n,z,s):                                               # z[:n] from raw[a:a+n]; s: spare stream for the 1.5 % rejects
    rej=0
    for k in range(n):                                                  # layer: bits 3..10; signed 53-bit: bits 11..63; vectorised
        r=raw[a+k]; q=np.int64((r>>U(3))&U(255)); j=np.int64(r)>>11
        z[k]=j*ZX[q]; rej+=1 if abs(j)>=ZK[q] else 0
    if rej:
        for k in range(n):
            r=raw[a+k]; q=np.int64((r>>U(3))&U(255)); j=np.int64(r)>>11
            if abs(j)>=ZK[q]: z[k]=slow(s,j,q)
@nb.njit(inline="always")
def u01(r): return np.int64(r>>U(11))*1.1102230246251565e-16
@nb.njit(inline="always")
def mix(z):
    z=(z^(z>>U(30)))*U(0xBF58476D1CE4E5B9); z=(z^(z>>U(27)))*U(0x94D049BB133111EB); return z^(z>>U(31))

@nb.njit(parallel=True,fastmath=True,cache=True)
def kernel(N,seed,mu,sd_u,sd_e,stay,start,cur,L,vol,drift,inc_o,bal_o,short_o,acc):
    nb_=(N+BLOCK-1)//BLOCK; rho=.6; ce=math.sqrt(1-rho*rho)
    wants=1150000.0*1.13*1.03**np.arange(T); Es=np.exp(-stay); En=np.exp(-start); emu=np.exp(mu); see=sd_e*ce
    for b in nb.prange(nb_):
        s=np.empty(4,np.uint64); s2=np.empty(4,np.uint64); raw=np.empty(K+1+2*C,np.uint64); z=mix(U(seed)*U(0x9E3779B97F4A7C15)+U(b)*U(0xD1B54A32D192ED03))
        for j in range(4): z+=U(0x9E3779B97F4A7C15); s[j]=mix(z)
        for j in range(4): z+=U(0x9E3779B97F4A7C15); s2[j]=mix(z)
        fx=np.empty(K); efx=np.empty(K); g=np.empty(K); a=np.zeros((T,4)); kb=np.empty(W,np.int64); kf=kb.view(np.float64); v=np.empty(8*W); rz=np.empty(W)
        for i in range(C): v[5*W+i]=Es[i]; v[6*W+i]=En[i]; v[7*W+i]=see[i]
        for p in range(b*BLOCK,min(N,(b+1)*BLOCK)):
            fill(s,raw,C); normals(raw,0,C,rz,s2)
            for i in range(C): v[i]=emu[i]*math.exp(sd_u[i]*rz[i]); v[W+i]=0.0; v[2*W+i]=1.0
            for k in range(K): fx[k]=0.0
            shock=0.0; bal=900000.0
            for t in range(T):
                fill(s,raw,K+1+2*C); normals(raw,0,K,g,s2)
                for k in range(K):
                    w=0.0
                    for j in range(k+1): w+=L[k,j]*g[j]
                    fx[k]+=drift[k]+vol[k]*w
                shock=1.0 if u01(raw[K])<.06 else .5*shock
                S=math.exp(shock)
                for k in range(K): efx[k]=math.exp(fx[k]-.2*shock)
                for i in range(C): v[3*W+i]=u01(raw[K+1+i])
                normals(raw,K+1+C,C,rz,s2)
                for i in range(C): v[4*W+i]=efx[cur[i]]*v[i]
                for i in range(C):                                    # vectorised by LLVM: AR(1), gift test, exp without the 2^k
                    e=rho*v[W+i]+v[7*W+i]*rz[i]; v[W+i]=e
                    g0=v[2*W+i]; odds=v[5*W+i]*g0+v[6*W+i]*(1.0-g0); gv=1.0 if v[3*W+i]*(1.0+odds*S)<1.0 else 0.0
                    v[2*W+i]=gv
                    k=math.floor(e*1.4426950408889634+.5); kb[i]=(np.int64(k)+1023)<<52
                    r=e-k*0.693145751953125-k*1.4286068203094172e-06
                    e=1/479001600.0
                    e=e*r+1/39916800.0; e=e*r+1/3628800.0; e=e*r+1/362880.0; e=e*r+1/40320.0; e=e*r+1/5040.0; e=e*r+1/720.0
                    e=e*r+1/120.0; e=e*r+1/24.0; e=e*r+1/6.0; e=e*r+.5; e=e*r+1.0; e=e*r+1.0
                    v[4*W+i]*=e*gv
                inc=0.0; q=0.0
                for i in range(C):
                    m=v[4*W+i]*kf[i]; inc+=m; q+=m*m
                host=v[4*W]*kf[0]
                avail=bal+inc; want=wants[t]; res=.15*want/1.13
                spend=min(want,max(avail-res,0.0)); bal=avail-spend
                d=max(inc,1e-9)
                inc_o[t,p]=inc; bal_o[t,p]=bal; short_o[t,p]=want-spend
                a[t,0]+=1.0 if spend<want else 0.0
                a[t,1]+=1.0 if inc/(inc+120000.0)<=.5 else 0.0
                a[t,2]+=q/(d*d); a[t,3]+=host/d
        acc[b]=a

def params():
    i=np.arange(C); level=np.where(i==0,870000.0,np.where(i%3==0,7000.0,30000.0))
    R=np.array([[1,.3,.2,.1],[.3,1,.4,.2],[.2,.4,1,.3],[.1,.2,.3,1.]])
    return (np.log(level),np.where(i==0,.05,.35),np.where(i==0,.03,.25),np.where(i==0,6.0,1.8),np.where(i==0,6.0,-1.2),
            np.where(i==0,1,i%K),np.linalg.cholesky(R),np.array([0,.05,.04,.07]),np.array([0,-.025,-.01,-.02]))
def quant(v):
    n=v.size; pos=QS*(n-1); lo=pos.astype(int); hi=np.minimum(lo+1,n-1)
    w=np.partition(v,np.unique(np.concatenate([lo,hi]))); return w[lo]+(w[hi]-w[lo])*(pos-lo)
def tail(v):
    k=int(.95*v.size); w=np.partition(v,k); return w[k:].mean()
def run(N,seed=1,threads=2):
    inc=np.empty((T,N)); bal=np.empty((T,N)); sh=np.empty((T,N)); acc=np.empty(((N+BLOCK-1)//BLOCK,T,4))
    kernel(N,seed,*params(),inc,bal,sh,acc)
    jobs=[(quant,inc[t]) for t in range(T)]+[(quant,bal[t]) for t in range(T)]+[(tail,sh[t]) for t in range(T)]
    with ThreadPoolExecutor(threads) as ex: r=list(ex.map(lambda j:j[0](j[1]),jobs))
    m=acc.sum(0)/N
    return [(t,r[t],r[T+t],m[t,0],m[t,1],m[t,2],m[t,3],r[2*T+t]) for t in range(T)]
if __name__=="__main__":
    import json,resource
    N=int(float(A.paths)); nb.set_num_threads(A.threads)
    run(N,A.seed,A.threads)
    if A.serve:
        print(json.dumps(dict(peer="numba "+nb.__version__)),flush=True)
        for line in sys.stdin:
            t=time.perf_counter(); c=time.process_time(); run(N,A.seed,A.threads); print(time.perf_counter()-t,time.process_time()-c,flush=True)
        sys.exit()
    t=time.perf_counter(); o=run(N,A.seed,A.threads); first=time.perf_counter()-t; ts=[]
    for k in range(A.runs): t=time.perf_counter(); o=run(N,A.seed,A.threads); ts.append(time.perf_counter()-t)
    r=o[-1]; med=float(np.median(ts)) if ts else first
    out=dict(peer="numba "+nb.__version__,paths=N,threads=A.threads,first_s=round(first,4),median_s=round(med,4),min_s=round(min(ts or [first]),4),max_s=round(max(ts or [first]),4),
             cy_per_s=N*T*C/med,peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024)
    print(json.dumps(out)); 
    print("median income",r[1][3],"p5 bal",r[2][0],"breach",r[3],"xb",r[4],"hhi",r[5],"host",r[6],"cvar",r[7])
