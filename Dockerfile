# 清单助手 as a container: built in one image, run in a smaller one as the user node, who may write to /data only.
# Run it with a read-only root: see compose.yaml and docs/container.md.
FROM node:20.19-bookworm-slim AS build
WORKDIR /app
# nodejieba is compiled here; without a compiler its stand-in would serve.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
COPY . .
# Installs what package-lock.json says, runs the install scripts that package.json allows, and builds.
RUN npm ci
RUN npm prune --omit=dev --ignore-scripts

FROM node:20.19-bookworm-slim
ENV NODE_ENV=production \
  QINGDAN_HOST=0.0.0.0 \
  QINGDAN_PORT=3000 \
  QINGDAN_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.QINGDAN_PORT}/readyz`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["serve"]
