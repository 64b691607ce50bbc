# The page is built in the first stage; the image that runs carries the sources, which Node reads through tsx.
FROM node:22-bookworm-slim AS build
WORKDIR /relance
COPY package.json package-lock.json .npmrc ./
COPY nodes/package.json nodes/
COPY nodes/sdk/package.json nodes/sdk/
COPY templates/package.json templates/
COPY runtime/package.json runtime/
COPY runtime/cli/relance.mjs runtime/cli/
COPY designer/package.json designer/
COPY examples/package.json examples/
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production RELANCE_HOME=/data
WORKDIR /relance
COPY --from=build --chown=root:root /relance ./
RUN mkdir /data && chown node:node /data && ln -s /relance/node_modules/.bin/relance /usr/local/bin/relance
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--import", "tsx", "runtime/main-api.ts"]
