"""Peer of Futures: workload W1 in vectorised NumPy (Generator/PCG64), one thread: 25 contributors, 10 years, one fund
by year. This script is the workload's definition. Usage: futures_numpy.py [PATHS]: a whole process, prints seconds and
summary figures."""
import numpy as np, sys, time
C,T,K=25,10,4
def params():
    i=np.arange(C)
    level=np.where(i==0,870000.0,np.where(i%3==0,7000.0,30000.0)); mu=np.log(level)
    sd_u=np.where(i==0,0.05,0.35); sd_e=np.where(i==0,0.03,0.25)
    stay=np.where(i==0,6.0,1.8); start=np.where(i==0,6.0,-1.2)   # logit P(give | gave), P(give | did not)
    cur=np.where(i==0,1,i%K)                                   # 0 is USD
    return mu,sd_u,sd_e,stay,start,cur
def run(N,seed=1):
    g=np.random.default_rng(seed); mu,sd_u,sd_e,stay,start,cur=params()
    R=np.array([[1,.3,.2,.1],[.3,1,.4,.2],[.2,.4,1,.3],[.1,.2,.3,1.]]); L=np.linalg.cholesky(R)
    vol=np.array([0,.05,.04,.07]); drift=np.array([0,-.025,-.01,-.02])
    logfx=np.zeros((N,K)); shock=np.zeros(N); give=np.ones((N,C)); eps=np.zeros((N,C)); u=g.standard_normal((N,C))*sd_u
    bal=np.full(N,900000.0); plan=1150000.0; rho=.6; out=[]
    for t in range(T):
        logfx+=drift+(g.standard_normal((N,K))@L.T)*vol
        shock=np.where(g.random(N)<.06,1.0,shock*.5)
        logit=np.where(give>0,stay,start)-1.0*shock[:,None]
        give=(g.random((N,C))<1/(1+np.exp(-logit))).astype(float)
        eps=rho*eps+g.standard_normal((N,C))*(sd_e*np.sqrt(1-rho*rho))
        amt=give*np.exp(mu+u+eps-.2*shock[:,None]+logfx[:,cur])
        inc=amt.sum(1); avail=bal+inc; want=plan*1.13*1.03**t; res=.15*want/1.13
        spend=np.minimum(want,np.maximum(avail-res,0)); bal=avail-spend
        share=amt/np.maximum(inc,1e-9)[:,None]; hhi=(share**2).sum(1); host=share[:,0]
        rb=120000.0; xb=inc/(inc+rb); breach=spend<want
        q=np.quantile(inc,[.05,.1,.25,.5,.75,.9,.95]); qb=np.quantile(bal,[.05,.1,.25,.5,.75,.9,.95])
        tail=np.sort(want-spend)[int(.95*N):].mean()
        out.append((t,q,qb,breach.mean(),(xb<=.5).mean(),hhi.mean(),host.mean(),tail))
    return out
if __name__=="__main__":
    N=int(float(sys.argv[1])) if len(sys.argv)>1 else 100000
    t=time.perf_counter(); o=run(N); d=time.perf_counter()-t
    print("seconds",round(d,3)); r=o[-1]; print("median income",r[1][3],"p5 bal",r[2][0],"breach",r[3],"xb",r[4],"hhi",r[5],"host",r[6],"cvar",r[7])
