// Room: LinearAlgebra
